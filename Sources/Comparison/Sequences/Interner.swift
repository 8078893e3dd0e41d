/// Gives equal values equal numbers, so that sequences of texts are compared as sequences of numbers.
struct Interner<Value: Hashable> {
  private var numbers: [Value: Int] = [:]

  mutating func number(of value: Value) -> Int {
    if let known = numbers[value] { return known }
    numbers[value] = numbers.count
    return numbers.count - 1
  }
}
