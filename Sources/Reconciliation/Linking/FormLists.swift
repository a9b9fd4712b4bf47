/// The forms that have each of some numbered features, in printed order.
struct FormLists {
  /// A feature of a form.
  struct Entry {
    var feature: Int32
    var form: Int32
  }

  /// The forms, feature by feature.
  private var forms: [Int32] = []
  private var starts: [Int32] = [0]
  /// What a feature counts, by the number of forms that have it.
  private var weights: [Int32] = [0]

  /// Creates empty lists.
  init() {}

  /// Puts the forms of each of `count` features next to one another, of so many forms altogether;
  /// the entries come in printed order.
  init(_ entries: [Entry], count: Int, of total: Int) {
    starts = Array(repeating: 0, count: count + 1)
    forms = Array(repeating: 0, count: entries.count)
    weights = Rarity.weights(upTo: total, of: total)
    // Spans, because each change of an element of a property asks whether somebody shares the array.
    var ends = starts.mutableSpan
    for entry in entries { ends[Int(entry.feature) + 1] += 1 }
    for index in 0..<count { ends[index + 1] += ends[index] }
    var next = starts
    var places = next.mutableSpan
    var sorted = forms.mutableSpan
    for entry in entries {
      let feature = Int(entry.feature)
      sorted[Int(places[feature])] = entry.form
      places[feature] += 1
    }
  }

  /// Where the forms stand that have a feature.
  func list(_ feature: Int32) -> Range<Int> {
    guard Int(feature) + 1 < starts.count else { return 0..<0 }
    return Int(starts[Int(feature)])..<Int(starts[Int(feature) + 1])
  }

  /// What a feature counts that so many forms have.
  func weight(_ count: Int) -> Int32 { weights[min(count, weights.count - 1)] }

  /// The part of a list around a place in the printed order.
  func nearest(_ list: Range<Int>, to place: Int, limit: Int) -> Range<Int> {
    guard list.count > limit else { return list }
    var low = list.lowerBound
    var high = list.upperBound
    while low < high {
      let middle = (low + high) / 2
      if Int(forms[middle]) < place { low = middle + 1 } else { high = middle }
    }
    let start = min(max(low - limit / 2, list.lowerBound), list.upperBound - limit)
    return start..<(start + limit)
  }

  /// Adds a weight to the scores of some listed forms; those that had none are put behind `count`
  /// others that were touched.
  func count(
    _ list: Range<Int>, _ weight: Int32, _ scores: inout MutableSpan<Int32>,
    _ touched: inout MutableSpan<Int32>, _ count: inout Int
  ) {
    let forms = forms.span.extracting(list)
    for index in forms.indices {
      let form = Int(forms[index])
      if scores[form] == 0 {
        touched[count] = forms[index]
        count += 1
      }
      scores[form] += weight
    }
  }
}

extension [FormLists.Entry] {
  /// Adds a feature of a form.
  mutating func add(_ feature: Int32, _ form: Int32) {
    append(FormLists.Entry(feature: feature, form: form))
  }
}
