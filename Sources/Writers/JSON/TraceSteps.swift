internal import TieoutModel

/// One step from an input to the cleaned text: what stands before `start` is copied, `after` comes in
/// its place, and the copy goes on at `end`.
struct TraceStep: Hashable {
  /// The rule's place in `Document.rules`, or one of `PrintedEdit`'s own.
  var rule: Int
  /// The input's place in `Document.sources`.
  var source: Int
  /// An offset in the input.
  var start: Int
  /// An offset in the input; before `start` where the characters stand there in another order than
  /// that in which they are read.
  var end: Int
  /// Characters of the cleaned text.
  var after: Slice
}

/// The steps by which the cleaned text comes from the inputs alone, whatever their formats.
struct TraceSteps {
  /// The steps, in the order of the text.
  private(set) var steps: [TraceStep] = []
  private let document: Document
  private var source = 0
  /// The first piece of the file that is not used up.
  private var piece = 0
  /// How far in the input everything is told.
  private var position = 0
  /// Characters that stand nowhere in the file, such as the tab between two cells.
  private var pending = Slice.none

  /// Lists the steps of a document.
  init(_ document: Document) {
    self.document = document
    let entries = document.map.entries
    var entry = 0
    var text = 0
    for index in document.sources.indices {
      (source, piece, position, pending) = (index, 0, 0, .none)
      let range = document.sources[index].range
      let isLast = index == document.sources.count - 1
      var offset = range.lowerBound
      while entry < entries.count, isLast || entries[entry].source.start < range.upperBound {
        let change = entries[entry]
        copy(offset..<max(offset, Int(change.source.start)), text: text)
        replace(change)
        (offset, text) = (Int(change.source.end), Int(change.text.end))
        entry += 1
      }
      copy(offset..<max(offset, range.upperBound), text: text)
      text += max(0, range.upperBound - offset)
      finish()
    }
  }

  private var base: Int { document.sources[source].range.lowerBound }

  /// Goes over characters that no rule changed.
  private mutating func copy(_ range: Range<Int>, text: Int) {
    guard let file = document.sources[source].file else {
      position = range.upperBound - base
      return
    }
    var offset = range.lowerBound
    func characters(_ part: Range<Int>) -> Slice {
      Slice(text + part.lowerBound - range.lowerBound..<text + part.upperBound - range.lowerBound)
    }
    while piece < file.pieces.count {
      let next = file.pieces[piece]
      let start = max(offset, base + Int(next.text.start))
      let end = min(range.upperBound, base + Int(next.text.end))
      if start < end {
        wait(for: characters(offset..<start))
        let place = file.file(of: Slice(start - base..<end - base), in: next)
        if next.isCopy {
          go(to: Int(place.start))
          position = Int(place.end)
        } else {
          change(PrintedEdit.markup, place, to: characters(start..<end))
        }
        offset = end
      }
      if base + Int(next.text.end) > range.upperBound { break }
      piece += 1
    }
    wait(for: characters(offset..<range.upperBound))
  }

  /// Goes over characters that a rule replaced.
  private mutating func replace(_ entry: SourceMap.Entry) {
    let changed = Slice(start: entry.source.start - UInt32(base), count: entry.source.count)
    guard let file = document.sources[source].file else {
      return change(Int(entry.rule), changed, to: entry.text)
    }
    let place = file.pieces(in: changed).reduce(Slice.none) { place, piece in
      place.joined(with: file.file(of: changed, in: piece))
    }
    if place.isEmpty {
      wait(for: entry.text)
    } else {
      change(Int(entry.rule), place, to: entry.text)
    }
  }

  private mutating func wait(for text: Slice) { pending = pending.joined(with: text) }

  /// Leaves out what stands in the file up to an offset, or goes back to it.
  private mutating func go(to start: Int) {
    if start != position || !pending.isEmpty {
      add(start < position ? PrintedEdit.order : PrintedEdit.markup, start, pending)
    }
    pending = .none
  }

  private mutating func change(_ rule: Int, _ place: Slice, to text: Slice) {
    // What one sign stands for may come in two parts.
    if position != place.end || !pending.isEmpty { go(to: Int(place.start)) }
    add(rule, Int(place.end), text)
  }

  /// Leaves out what stands in the file behind the last character.
  private mutating func finish() {
    guard let file = document.sources[source].file else { return }
    if position < file.bytes.count || !pending.isEmpty {
      add(PrintedEdit.markup, file.bytes.count, pending)
    }
  }

  private mutating func add(_ rule: Int, _ end: Int, _ after: Slice) {
    let transcoding = document.sources[source].transcoding
    func place(_ offset: Int) -> Int { transcoding.map { $0.file(of: offset) } ?? offset }
    steps.append(
      TraceStep(
        rule: rule, source: source, start: place(position), end: place(end), after: after))
    position = end
  }
}
