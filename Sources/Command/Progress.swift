internal import Tieout

/// How far a batch is, told on a terminal while it goes on, and nowhere else.
struct Progress {
  private let total: Int
  private let isShown: Bool
  private let isChinese: Bool
  private let start = Files.seconds()
  private var done = 0
  /// How many were there already: they took no time.
  private var kept = 0
  private var lastShown = -1.0
  /// The columns that the line takes now.
  private var width = 0

  /// Begins with nothing done of so many.
  init(total: Int, terminal: Terminal, isQuiet: Bool) {
    self.total = total
    isShown = !isQuiet && Files.isTerminal(2)
    isChinese = terminal.language == .chinese
  }

  /// One more is done; shown ten times a second at most.
  mutating func step(isKept: Bool) {
    done += 1
    kept += isKept ? 1 : 0
    let now = Files.seconds()
    guard isShown, now - lastShown > 0.1 else { return }
    lastShown = now
    let line = line(seconds: now - start)
    clear()
    Terminal.errors(line)
    width = Display.width(line)
  }

  /// Takes the line off the terminal, so that something else can be told.
  mutating func clear() {
    if width > 0 { Terminal.errors("\r" + String(repeating: " ", count: width) + "\r") }
    width = 0
  }

  /// `1234 of 10000 · 12 % · 640/s · 14 s left`.
  func line(seconds: Double) -> String {
    let share = total == 0 ? 100 : done * 100 / total
    var parts = [isChinese ? "\(done)/\(total)" : "\(done) of \(total)", "\(share) %"]
    let worked = done - kept
    if worked > 0, seconds > 0 {
      let rate = Double(worked) / seconds
      parts.append(rate < 10 ? "\(Double(Int(rate * 10)) / 10)/s" : "\(Int(rate))/s")
      let left = Int(Double(total - done) / rate)
      let time = left < 100 ? "\(left) s" : left < 6000 ? "\(left / 60) min" : "\(left / 3600) h"
      parts.append(isChinese ? "还需 \(time)" : "\(time) left")
    }
    return parts.joined(separator: " · ")
  }
}
