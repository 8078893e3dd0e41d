// Headers only; SwiftPM asks for a source.
