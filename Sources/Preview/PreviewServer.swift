internal import Diagnostics
package import Pipeline

/// Serves a report to a browser on this machine: its pages, its findings, and nothing else.
///
/// It reads no file for a request: everything is made from the report in memory. It listens on the
/// loopback address only and answers only requests that are addressed to it by that name, so that a
/// page from elsewhere cannot reach it by a name of its own (DNS rebinding).
package struct PreviewServer: Sendable {
  /// Something that happened, for the terminal.
  package enum Event: Sendable {
    /// The address that a browser opens.
    case listening(String)
    case updated(PreviewState)
    /// A browser shows a version; how long after the change was noticed.
    case shown(version: Int, after: Duration)
  }

  /// Why a port cannot be listened on, as the system says it.
  package struct ListeningError: Error {
    package var reason: String
  }

  private let session: PreviewSession
  private let board = PreviewBoard()
  private let port: UInt16
  private let handler: @Sendable (Event) -> Void

  /// Makes a server that does not listen yet.
  ///
  /// - Parameters:
  ///   - session: the report.
  ///   - port: 0 takes any that is free.
  ///   - handler: called for each event, from any thread.
  package init(
    _ session: PreviewSession, port: UInt16, handler: @escaping @Sendable (Event) -> Void
  ) {
    self.session = session
    self.port = port
    self.handler = handler
  }

  /// Serves until the task is cancelled.
  ///
  /// - Throws: `ListeningError` when the port cannot be had.
  package func run() async throws {
    let server = try await HTTPServer(port: port)
    handler(.listening("http://127.0.0.1:\(server.port)/"))
    try await withThrowingTaskGroup(of: Void.self) { group in
      group.addTask { try await server.run(answer) }
      group.addTask { try await watch() }
      try await group.next()
      group.cancelAll()
    }
  }

  /// Shows the report, and shows it again whenever its files change: a change ends the slower checks of
  /// what was there before it.
  private func watch() async throws {
    var watch = FileWatch(session.folders)
    while true {
      await publish(await session.update(isThorough: false))
      let check = Task { await publish(await session.update(isThorough: true)) }
      defer { check.cancel() }
      try await waitForChange(&watch)
    }
  }

  /// Looks at the files every few milliseconds, less often where looking takes long: at most a
  /// twentieth of one core is spent on it.
  private func waitForChange(_ watch: inout FileWatch) async throws {
    while true {
      let start = ContinuousClock.now
      if watch.hasChanged() { return }
      try await Task.sleep(for: max(.milliseconds(10), (.now - start) * 20))
    }
  }

  private func publish(_ state: PreviewState?) async {
    guard let state, await board.show(state) else { return }
    handler(.updated(state))
  }

  // MARK: Requests

  @Sendable private func answer(_ request: HTTPRequest) async -> HTTPResponse {
    guard request.method == "GET" else { return HTTPResponse(.methodNotAllowed) }
    guard isOurs(request.host) else { return HTTPResponse(.forbidden) }
    let number = request.path.count > 1 ? Int(request.path[1]) : nil
    switch (request.path.first, number) {
    case (nil, _): return response(Array(previewPage.utf8), "text/html; charset=utf-8")
    case ("preview.css", _): return response(Array(previewStyle.utf8), "text/css; charset=utf-8")
    case ("preview.js", _):
      return response(Array(previewScript.utf8), "text/javascript; charset=utf-8")
    case ("state", let version?): return await state(after: version)
    case ("shown", let version?): return shown(version)
    case ("page", let index?): return await page(index, request)
    case ("lines", let index?): return await lines(index)
    default: return HTTPResponse(.notFound)
    }
  }

  private func isOurs(_ host: String?) -> Bool {
    let name = host?.split(separator: ":").first.map(String.init)
    return name == "127.0.0.1" || name == "localhost"
  }

  private func shown(_ version: Int) -> HTTPResponse {
    Task {
      if let since = await board.age(of: version) {
        handler(.shown(version: version, after: since))
      }
    }
    return HTTPResponse(.noContent)
  }

  /// Waits for a version after the one that a browser has, for as long as a connection may.
  private func state(after version: Int) async -> HTTPResponse {
    guard let state = await board.state(after: version) else {
      return HTTPResponse(.noContent)
    }
    return response(Array(state.json.text().utf8), "application/json")
  }

  private func page(_ index: Int, _ request: HTTPRequest) async -> HTTPResponse {
    let wanted = request.query["dpi"].flatMap(Double.init) ?? 110
    let resolution = min(max(wanted, 20), 400)
    guard let state = await board.current,
      let image = state.image(ofPage: index, resolution: resolution)
    else { return HTTPResponse(.notFound) }
    return response(image, "image/png")
  }

  private func lines(_ index: Int) async -> HTTPResponse {
    guard let state = await board.current, (0..<state.pageCount).contains(index) else {
      return HTTPResponse(.notFound)
    }
    let lines = state.lines(ofPage: index).map(\.json)
    return response(Array(JSONValue.array(lines).text().utf8), "application/json")
  }

  private func response(_ body: [UInt8], _ type: String) -> HTTPResponse {
    HTTPResponse(
      .ok,
      fields: [
        ("Content-Type", type), ("Cache-Control", "no-store"),
        (
          "Content-Security-Policy",
          "default-src 'none'; img-src 'self'; connect-src 'self'; style-src 'self'; "
            + "script-src 'self'"
        ),
        ("X-Content-Type-Options", "nosniff"),
      ], body)
  }
}
