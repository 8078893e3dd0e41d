internal import CYAML

/// One event of a YAML text (YAML 1.1, 3.1.1): what begins or ends there.
struct YAMLEvent {
  enum Kind: Equatable {
    case stream
    case document
    case sequence
    case mapping
    /// A scalar's content, and whether it stood in quotes.
    case scalar(String, isQuoted: Bool)
    /// The name of an anchor.
    case alias(String)
    /// The end of what was begun last.
    case end
  }

  var kind: Kind
  var anchor: String?
  /// Where it stands, its properties included, counted in characters from 0.
  var range: Range<Int>
}

/// The events of a YAML text, one after another, by libyaml.
///
/// The stream has no depth and keeps nothing that it has handed out: bounds are its reader's affair.
@safe final class YAMLEventStream {
  /// Why the rest of a text cannot be read.
  struct Problem: Error {
    enum Place {
      /// Characters from 0.
      case character(Int)
      /// Bytes from 0.
      case byte(Int)
    }

    var message: String
    var place: Place
    /// What was being read, and the character that it began at.
    var context: (message: String, character: Int)?
  }

  private let parser: UnsafeMutablePointer<yaml_parser_t>

  /// - Parameter text: UTF-8 that outlives the stream.
  init?(_ text: UnsafeBufferPointer<UInt8>) {
    unsafe parser = .allocate(capacity: 1)
    guard unsafe yaml_parser_initialize(parser) == 1 else {
      unsafe parser.deallocate()
      return nil
    }
    unsafe yaml_parser_set_encoding(parser, YAML_UTF8_ENCODING)
    unsafe yaml_parser_set_input_string(parser, text.baseAddress, text.count)
  }

  deinit {
    unsafe yaml_parser_delete(parser)
    unsafe parser.deallocate()
  }

  func next() throws(Problem) -> YAMLEvent {
    var event = unsafe yaml_event_t()
    guard unsafe yaml_parser_parse(parser, &event) == 1 else { throw problem }
    defer { unsafe yaml_event_delete(&event) }
    let range = unsafe Int(event.start_mark.index)..<Int(event.end_mark.index)
    return unsafe YAMLEvent(kind: kind(of: event), anchor: anchor(of: event), range: range)
  }

  private func kind(of event: yaml_event_t) -> YAMLEvent.Kind {
    switch unsafe event.type {
    case YAML_STREAM_START_EVENT: .stream
    case YAML_DOCUMENT_START_EVENT: .document
    case YAML_SEQUENCE_START_EVENT: .sequence
    case YAML_MAPPING_START_EVENT: .mapping
    case YAML_SCALAR_EVENT: unsafe scalar(of: event)
    case YAML_ALIAS_EVENT: unsafe .alias(text(event.data.alias.anchor) ?? "")
    default: .end
    }
  }

  private func scalar(of event: yaml_event_t) -> YAMLEvent.Kind {
    let scalar = unsafe event.data.scalar
    let bytes = unsafe UnsafeBufferPointer(start: scalar.value, count: scalar.length)
    let quotes = [YAML_SINGLE_QUOTED_SCALAR_STYLE, YAML_DOUBLE_QUOTED_SCALAR_STYLE]
    return unsafe .scalar(
      String(decoding: bytes, as: UTF8.self), isQuoted: quotes.contains(scalar.style))
  }

  private func anchor(of event: yaml_event_t) -> String? {
    switch unsafe event.type {
    case YAML_SEQUENCE_START_EVENT: unsafe text(event.data.sequence_start.anchor)
    case YAML_MAPPING_START_EVENT: unsafe text(event.data.mapping_start.anchor)
    case YAML_SCALAR_EVENT: unsafe text(event.data.scalar.anchor)
    default: nil
    }
  }

  private func text(_ name: UnsafeMutablePointer<UInt8>?) -> String? {
    unsafe name.map { unsafe String(cString: $0) }
  }

  private var problem: Problem {
    let message = unsafe parser.pointee.problem.map { unsafe String(cString: $0) }
    let place: Problem.Place =
      switch unsafe parser.pointee.error {
      // Below the level of characters it counts bytes.
      case YAML_READER_ERROR: unsafe .byte(parser.pointee.problem_offset)
      default: unsafe .character(Int(parser.pointee.problem_mark.index))
      }
    let context = unsafe parser.pointee.context.map { text in
      unsafe (message: String(cString: text), character: Int(parser.pointee.context_mark.index))
    }
    return Problem(
      message: message ?? "the text cannot be read as YAML", place: place, context: context)
  }
}
