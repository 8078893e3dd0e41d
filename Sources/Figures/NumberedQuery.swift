internal import Declarations

/// A query as PostgreSQL takes it: its parameters are `$1`, `$2`, and their values beside it.
struct NumberedQuery {
  var sql: String
  var values: [String] = []
}

/// Numbers the parameters `:name` of a query.
func numberParameters(
  in sql: String, _ parameters: Parameters
) throws(QueryFailure) -> NumberedQuery {
  var query = NumberedQuery(sql: sql)
  var bytes = Array(sql.utf8)
  let found = findParameters(in: sql)
  for (name, _) in found {
    guard let value = parameters[name] else { throw .unknownParameter(":" + name) }
    query.values.append(value)
  }
  for (index, parameter) in found.enumerated().reversed() {
    bytes.replaceSubrange(parameter.range, with: "$\(index + 1)".utf8)
  }
  query.sql = String(decoding: bytes, as: UTF8.self)
  return query
}
