internal import FlyingSocks
internal import Glibc

/// Answers requests on a port of the loopback address, those of one connection after each other.
struct HTTPServer {
  /// The port that it listens on.
  let port: UInt16
  private let pool: any AsyncSocketPool
  private let listener: AsyncSocket

  /// Starts to listen.
  ///
  /// - Parameter port: 0 takes any that is free.
  /// - Throws: `ListeningError` when the port cannot be had.
  init(port: UInt16) async throws {
    let pool = SocketPool.make()
    try await pool.prepare()
    do {
      let socket = try HTTPServer.socket(listeningOn: port)
      listener = try AsyncSocket(socket: socket, pool: pool)
    } catch SocketError.failed(_, _, let message) {
      throw PreviewServer.ListeningError(reason: message)
    }
    guard case .ip4(_, let taken) = try listener.socket.sockname() else {
      throw SocketError.unsupportedAddress
    }
    self.port = taken
    self.pool = pool
  }

  private static func socket(listeningOn port: UInt16) throws -> Socket {
    let address = try sockaddr_in.inet(ip4: "127.0.0.1", port: port)
    let socket = try Socket(domain: Int32(sockaddr_in.family))
    try socket.setValue(true, for: .localAddressReuse)
    try socket.bind(to: address)
    try socket.listen()
    return socket
  }

  /// Serves until the task is cancelled.
  func run(_ answer: @escaping @Sendable (HTTPRequest) async -> HTTPResponse) async throws {
    defer { try? listener.close() }
    try await withThrowingDiscardingTaskGroup { [pool, listener] group in
      group.addTask { try await pool.run() }
      for try await socket in listener.sockets {
        group.addTask {
          // A connection that breaks is its browser's affair.
          try? await HTTPConnection(socket).serve(answer)
        }
      }
    }
  }
}
