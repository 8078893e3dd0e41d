/// The offset of the first byte that is no part of well-formed UTF-8 (Unicode 15, 3.9); nil if all
/// is well.
package func firstInvalidByte(in text: [UInt8]) -> Int? {
  if String(validating: text, as: UTF8.self) != nil { return nil }
  var parser = Unicode.UTF8.ForwardParser()
  var bytes = text.makeIterator()
  var offset = 0
  while true {
    switch parser.parseScalar(from: &bytes) {
    case .valid(let scalar): offset += scalar.count
    case .error: return offset
    case .emptyInput: return nil
    }
  }
}
