internal import Declarations
internal import Diagnostics
internal import Synchronization

/// A source that is a PostgreSQL server: queries that name it run there.
final class PostgreSQLServer: Sendable {
  let name: String
  /// Why there is no connection.
  let failure: QueryFailure?
  private let connection: Mutex<PostgreSQLConnection?>

  /// Connects; a server without a URL is one that no query reaches.
  init(name: String, url: String?, timeout milliseconds: Int) {
    self.name = name
    do throws(QueryFailure) {
      guard let url else { throw .unreachable("its URL is not known") }
      connection = Mutex(try PostgreSQLConnection(url: url, timeout: milliseconds))
      failure = nil
    } catch {
      connection = Mutex(nil)
      failure = error
    }
  }

  func table(
    _ sql: String, parameters: Parameters, span: SourceSpan
  ) -> Result<DataTable, QueryFailure> {
    connection.withLock { connection in
      guard let open = connection else {
        return .failure(failure ?? .unreachable("the connection is lost"))
      }
      do throws(QueryFailure) {
        var table = try open.table(sql, parameters: parameters, span: span)
        table.sources = [name]
        return .success(table)
      } catch {
        if case .unreachable = error { connection = nil }
        return .failure(error)
      }
    }
  }
}
