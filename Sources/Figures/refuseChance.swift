internal import GRDB

/// Functions that give another answer every time, by name and number of arguments.
private let functionsOfChance = [
  ("random", 0), ("randomblob", 1), ("current_date", 0), ("current_time", 0),
  ("current_timestamp", 0), ("date", 0), ("time", 0), ("datetime", 0), ("julianday", 0),
  ("unixepoch", 0), ("strftime", 1),
]

/// Takes chance and the clock away from queries: the same data give the same report on any day.
func refuseChance(in database: Database) {
  for (name, argumentCount) in functionsOfChance {
    let function = DatabaseFunction(name, argumentCount: argumentCount) { _ in
      throw QueryFailure.refused("\(name)() gives another answer every time")
    }
    database.add(function: function)
  }
}

/// Whether a query asks SQLite's date functions for the present moment.
func asksForNow(_ sql: String) -> Bool {
  let sql = sql.lowercased()
  guard sql.contains("'now'") else { return false }
  return ["date", "time", "julianday", "unixepoch"].contains { sql.contains($0) }
}
