/// Scalars by account, and the runs that nobody claimed.
struct LedgerCount {
  /// The runs that nobody claimed.
  private(set) var unplaced: [Slice] = []
  /// Whether all that the map takes for copied is the same in the text, and no character is cut by the
  /// map: then what was counted in the text is what there is to count in the source.
  private(set) var isExact = false
  private var counts: [5 of Int] = [0, 0, 0, 0, 0]

  /// Counts all of a text.
  mutating func add(_ text: borrowing Span<UInt8>, _ accounts: borrowing Span<UInt8>) {
    let count = min(text.count, accounts.count)
    var index = 0
    while index < count {
      if index &+ 130 <= count, addStretch(text, accounts, index) {
        index &+= 128
      } else {
        index = add(text, accounts, index..<min(index &+ 128, count), until: count)
      }
    }
  }

  /// Counts 128 bytes, two more behind them, and says whether it could: where all are claimed or
  /// blank, and no blank is wide.
  ///
  /// The loop has neither a branch nor a call in it, so that it takes many bytes a step.
  private mutating func addStretch(
    _ text: borrowing Span<UInt8>, _ accounts: borrowing Span<UInt8>, _ start: Int
  ) -> Bool {
    let bytes = text.extracting(start..<start &+ 128)
    let nexts = text.extracting(start &+ 1..<start &+ 129)
    let lasts = text.extracting(start &+ 2..<start &+ 130)
    let owners = accounts.extracting(start..<start &+ 128)
    var doubts: UInt8 = 0
    var solid: UInt8 = 0
    var boilerplate: UInt8 = 0
    var labels: UInt8 = 0
    var markup: UInt8 = 0
    for place in 0..<128 {
      let byte = bytes[place]
      let next = nexts[place]
      let last = lasts[place]
      let owner = owners[place]
      let isBlank: UInt8 = (byte == 0x20 ? 1 : 0) | (byte &- 0x09 < 5 ? 1 : 0)
      let isStart: UInt8 = byte & 0xC0 == 0x80 ? 0 : 1
      // White space beyond ASCII begins with C2, E1, E2 80, E2 81, or is E3 80 80.
      doubts |= (byte == 0xC2 ? 1 : 0) | (byte == 0xE1 ? 1 : 0)
      doubts |= (byte == 0xE2 ? 1 : 0) & (next & 0xFE == 0x80 ? 1 : 0)
      doubts |= (byte == 0xE3 ? 1 : 0) & (next == 0x80 ? 1 : 0) & (last == 0x80 ? 1 : 0)
      doubts |= (owner == 0 ? 1 : 0) & ~isBlank
      let isSolid = isStart & ~isBlank
      solid &+= isSolid
      markup &+= isSolid & (owner == 1 ? 1 : 0)
      boilerplate &+= isSolid & (owner == 2 ? 1 : 0)
      labels &+= isSolid & (owner == 3 ? 1 : 0)
    }
    guard doubts == 0 else { return false }
    counts[1] &+= Int(markup)
    counts[2] &+= Int(boilerplate)
    counts[3] &+= Int(labels)
    counts[4] &+= Int(solid &- markup &- boilerplate &- labels)
    return true
  }

  /// Counts a part of a text byte for byte; where it ended: runs that nobody claimed are counted
  /// whole.
  private mutating func add(
    _ text: borrowing Span<UInt8>, _ accounts: borrowing Span<UInt8>, _ part: Range<Int>,
    until count: Int
  ) -> Int {
    var current = Ledger.Account.value.rawValue
    var total = 0
    var index = part.lowerBound
    while index < part.upperBound {
      let byte = text[index]
      let account = accounts[index]
      // Most of it comes in long runs of one account.
      if account == current {
        if byte > 0x20, byte < 0x80 {
          total &+= 1
          index &+= 1
          continue
        }
        if text.isWide(at: index) {
          total &+= 1
          index &+= 3
          continue
        }
      }
      if account == Ledger.Account.unplaced.rawValue, !byte.isBlankASCII {
        var end = index + 1
        while end < count, accounts[end] == account { end += 1 }
        list(text, index..<end)
        index = end
        continue
      }
      if text.isSolid(at: index) {
        counts[Int(current)] += total
        (current, total) = (account, 1)
      }
      index += 1
    }
    counts[Int(current)] += total
    return index
  }

  /// Counts a run that nobody claimed, and lists its pieces.
  private mutating func list(_ text: borrowing Span<UInt8>, _ run: Range<Int>) {
    counts[Int(Ledger.Account.unplaced.rawValue)] += text.solidScalars(in: run)
    var start = run.lowerBound
    var end = start
    var index = start
    while index < run.upperBound {
      let blank = text.blankLength(at: index)
      let isSeam = text[index] == 0x09 || text[index] == 0x0A
      if isSeam, start < end { unplaced.append(Slice(start..<end)) }
      index += max(blank, 1)
      if blank == 0 {
        end = index
      } else if isSeam || start == end {
        (start, end) = (index, index)
      }
    }
    if start < end { unplaced.append(Slice(start..<end)) }
  }

  /// Puts what rules replaced in the place of the replacements, and says whether the map begins each
  /// piece of source and text where the one before it ended.
  mutating func correct(
    _ document: borrowing Document, _ accounts: borrowing Span<UInt8>
  ) -> Bool {
    let bytes = document.bytes.span
    let text = document.text.span
    let entries = document.map.entries.span
    var isWhole = true
    // Only of UTF-8 it is certain where characters end.
    var isExact = document.isWellFormed && accounts.count == text.count - document.addedBytes
    var source = 0
    var place = 0
    for index in entries.indices {
      let before = entries[index].source.range
      let after = entries[index].text.range
      let isNext = before.lowerBound - source == after.lowerBound - place
      guard isNext, before.lowerBound >= source, before.upperBound <= bytes.count,
        after.upperBound <= min(text.count, accounts.count)
      else {
        isWhole = false
        continue
      }
      isExact =
        isExact && text.isScalarEdge(after.lowerBound) && text.isScalarEdge(after.upperBound)
        && bytes.isScalarEdge(before.upperBound)
        && text.holds(bytes, source..<before.lowerBound, at: place)
      for offset in after where text.isSolid(at: offset) { counts[Int(accounts[offset])] -= 1 }
      let account = after.isEmpty ? Ledger.Account.markup.rawValue : accounts[after.lowerBound]
      counts[Int(account)] += bytes.solidScalars(in: before)
      source = before.upperBound
      place = after.upperBound
    }
    // What a reviewer corrected stands behind the text that was read, and is of no input.
    isWhole = isWhole && bytes.count - source == text.count - document.addedBytes - place
    self.isExact = isExact && isWhole && text.holds(bytes, source..<bytes.count, at: place)
    return isWhole
  }

  /// The counts; how many scalars there are is for the input to say.
  var totals: Ledger.Totals {
    var totals = Ledger.Totals()
    totals.unplaced = counts[Int(Ledger.Account.unplaced.rawValue)]
    totals.markup = counts[Int(Ledger.Account.markup.rawValue)]
    totals.boilerplate = counts[Int(Ledger.Account.boilerplate.rawValue)]
    totals.labels = counts[Int(Ledger.Account.label.rawValue)]
    totals.values = counts[Int(Ledger.Account.value.rawValue)]
    return totals
  }
}

extension Span<UInt8> {
  /// Whether a character begins at an offset, or the text ends there.
  @inline(__always)
  fileprivate func isScalarEdge(_ offset: Int) -> Bool {
    offset == count || self[offset].isScalarStart
  }

  /// Whether a part of other bytes stands at an offset.
  @inline(__always)
  fileprivate func holds(_ other: Span<UInt8>, _ part: Range<Int>, at offset: Int) -> Bool {
    var (index, own) = (part.lowerBound, offset)
    while index &+ 64 <= part.upperBound {
      // The loop has no branch in it, so that it takes many bytes a step.
      let (left, right) = (extracting(own..<own &+ 64), other.extracting(index..<index &+ 64))
      var differences: UInt8 = 0
      for place in 0..<64 { differences |= left[place] ^ right[place] }
      if differences != 0 { return false }
      index &+= 64
      own &+= 64
    }
    while index &+ 8 <= part.upperBound {
      if word(at: own).bits != other.word(at: index).bits { return false }
      index &+= 8
      own &+= 8
    }
    let rest = part.upperBound &- index
    return word(own..<own &+ rest).bits == other.word(index..<part.upperBound).bits
  }
}
