internal import TieoutModel

extension Document {
  /// Lists the changes between a slice's place in its file and its characters, in order, as offsets
  /// in that file.
  ///
  /// The bytes at the slice's place with these changes applied are `string(slice)`; of a file in
  /// another encoding than UTF-8, its characters there.
  func fileEdits(in slice: Slice, source: Int, into edits: inout [PrintedEdit]) {
    self.edits(in: slice, into: &edits)
    guard sources.indices.contains(source) else { return }
    if let file = sources[source].file {
      edits = FileEdits(slice, edits, file, self, sources[source]).edits
    } else if sources[source].range.lowerBound > 0 {
      let base = sources[source].range.lowerBound
      for index in edits.indices {
        let range = edits[index].source
        edits[index].source = range.lowerBound - base..<range.upperBound - base
      }
    }
    guard let transcoding = sources[source].transcoding else { return }
    for index in edits.indices {
      let range = edits[index].source
      let start = transcoding.file(of: range.lowerBound)
      edits[index].source = start..<max(start, transcoding.file(of: range.upperBound))
    }
  }
}

/// What the cleaning rules changed, together with what stands between the characters in the file.
private struct FileEdits {
  /// The changes, as offsets in the file.
  private(set) var edits: [PrintedEdit] = []
  private let file: SourceFile
  /// How far in the file everything is told.
  private var position: Int
  /// Characters that stand nowhere in the file, such as the space for a line break.
  private var pending = Slice.none
  /// Whether the characters stand in the file in the order in which they are read.
  private var isInOrder = true

  init(
    _ slice: Slice, _ cleaned: [PrintedEdit], _ file: SourceFile, _ document: Document,
    _ source: Document.Source
  ) {
    self.file = file
    let printed = document.map.source(of: slice)
    let base = source.range.lowerBound
    let pieces = file.pieces(in: Slice(start: printed.start - UInt32(base), count: printed.count))
    let places = pieces.map { piece in
      file.file(of: Slice(start: printed.start - UInt32(base), count: printed.count), in: piece)
    }
    position = places.map { Int($0.start) }.min() ?? 0
    var text = Int(slice.start)
    var offset = Int(printed.start)
    for edit in cleaned {
      copy(offset..<edit.source.lowerBound, text: text, base, pieces)
      text += edit.source.lowerBound - offset
      replace(edit, base, pieces)
      text = edit.after.isEmpty ? text : Int(edit.after.end)
      if edit.rule == PrintedEdit.join { text += edit.source.count }
      offset = edit.source.upperBound
    }
    copy(offset..<max(offset, Int(printed.end)), text: text, base, pieces)
    guard !isInOrder else { return }
    let end = places.map { Int($0.end) }.max() ?? position
    let start = places.map { Int($0.start) }.min() ?? position
    edits = [PrintedEdit(rule: PrintedEdit.order, source: start..<end, after: slice)]
  }

  /// Goes over characters that no rule changed.
  private mutating func copy(
    _ range: Range<Int>, text: Int, _ base: Int, _ pieces: ArraySlice<SourceFile.Piece>
  ) {
    var offset = range.lowerBound
    for piece in pieces {
      let start = max(offset, base + Int(piece.text.start))
      let end = min(range.upperBound, base + Int(piece.text.end))
      guard start < end else { continue }
      wait(for: Slice(text + offset - range.lowerBound..<text + start - range.lowerBound))
      let part = Slice(text + start - range.lowerBound..<text + end - range.lowerBound)
      let place = file.file(of: Slice(start - base..<end - base), in: piece)
      if piece.isCopy {
        close(before: Int(place.start))
        position = Int(place.end)
      } else {
        change(PrintedEdit.markup, place, to: part)
      }
      offset = end
    }
    let rest = text + offset - range.lowerBound..<text + range.count
    if !rest.isEmpty { wait(for: Slice(rest)) }
  }

  /// Goes over characters that a rule replaced.
  private mutating func replace(
    _ edit: PrintedEdit, _ base: Int, _ pieces: ArraySlice<SourceFile.Piece>
  ) {
    var place = Slice.none
    for piece in pieces {
      let start = max(edit.source.lowerBound, base + Int(piece.text.start))
      let end = min(edit.source.upperBound, base + Int(piece.text.end))
      guard start < end else { continue }
      place = place.joined(with: file.file(of: Slice(start - base..<end - base), in: piece))
    }
    if place.isEmpty {
      wait(for: edit.after)
    } else {
      change(edit.rule, place, to: edit.after)
    }
  }

  private mutating func wait(for text: Slice) { pending = pending.joined(with: text) }

  /// Tells what stands in the file before an offset and is none of the characters.
  private mutating func close(before start: Int) {
    guard start >= position else {
      isInOrder = false
      return
    }
    if start > position || !pending.isEmpty {
      edits.append(
        PrintedEdit(rule: PrintedEdit.markup, source: position..<start, after: pending))
    }
    pending = .none
    position = start
  }

  private mutating func change(_ rule: Int, _ place: Slice, to text: Slice) {
    close(before: Int(place.start))
    edits.append(PrintedEdit(rule: rule, source: place.range, after: text))
    position = max(position, Int(place.end))
  }
}
