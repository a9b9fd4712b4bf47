internal import Synchronization

/// Places handed out in their order to whoever is free.
final class Counter: Sendable {
  private let next = Atomic(0)
  private let count: Int

  /// Hands out the places below a count.
  init(below count: Int) { self.count = count }

  /// The next place; `nil` behind the last one.
  func take() -> Int? {
    let place = next.add(1, ordering: .relaxed).oldValue
    return place < count ? place : nil
  }
}
