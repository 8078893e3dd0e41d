internal import Foundation
internal import Glibc

/// Writes bytes by the system's own call, as often as it takes.
///
/// Foundation's streams take longer to come up than a chart takes to draw.
///
/// - Throws: what the system says when not all can be written.
package func writeAll(_ bytes: [UInt8], to descriptor: Int32) throws {
  var done = 0
  while done < bytes.count {
    let count = unsafe bytes[done...].withUnsafeBytes {
      unsafe Glibc.write(descriptor, $0.baseAddress, $0.count)
    }
    guard count < 0 else {
      done += count
      continue
    }
    switch errno {
    case EINTR: continue
    // A pipe that whoever started us does not wait on.
    case EAGAIN where isWritable(descriptor): continue
    default: throw POSIXError(POSIXErrorCode(rawValue: errno) ?? .EIO)
    }
  }
}

/// Whether more can be written within ten seconds.
private func isWritable(_ descriptor: Int32) -> Bool {
  var request = pollfd(fd: descriptor, events: Int16(POLLOUT), revents: 0)
  return unsafe poll(&request, 1, 10_000) > 0
}
