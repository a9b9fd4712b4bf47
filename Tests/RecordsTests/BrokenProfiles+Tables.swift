/// Mistakes in units, letter and summary; written like `mistakesOfForm`.
let mistakesInTables = """
  A power of ten is a word
  was: money: {元: 0, 万元: 4}
  now: money: {元: 0, 万元: four}
  en: 5:21: Expected a whole number, found text “four”.
  zh: 5:21: 此处应为整数，现为文字“four”。

  A power of ten is the number itself
  was: money: {元: 0, 万元: 4}
  now: money: {元: 1, 万元: 10000}
  en: 5:21: 10000 is no power of ten of money. Write the exponent: 0 for the base unit, 4 for ten thousand of it.
  zh: 5:21: 10000 不是货币单位的数量级。请写 10 的幂次：元为 0，万元为 4。

  A unit stands twice
  was: other: ["%", 月, 个月]
  now: other: ["%", 月, 个月, 元]
  en: 6:23: The unit “元” stands twice.
  zh: 6:23: 单位“元”重复出现。

  A synonym is no unit
  was: synonyms: [[月, 个月]]
  now: synonyms: [[月, 个年]]
  en: 7:18: There is no unit “个年”. Did you mean “个月”?
  zh: 7:18: 没有单位“个年”。是否应为“个月”？

  A synonym stands alone
  was: synonyms: [[月, 个月]]
  now: synonyms: [[月]]
  en: 7:14: A group of names for one thing needs two or more.
  zh: 7:14: 同义词一组至少要有两个。

  A part of the letter is not there
  was: body: {part: 1, field: body}
  now: body: {part: 2, field: body}
  en: 16:16: There is no part 2. By “parts” they are numbered from 0 to 1.
  zh: 16:16: 没有第 2 部分。按“parts”，部分编号为 0 至 1。

  A rule for lines has two conditions
  was: - {part: 0, field: handler, after: [承办人：], type: person}
  now: - {part: 0, field: handler, after: [承办人：], before: [签字]}
  en: 13:48: “after” and “before” exclude each other. Make two rules of them.
  zh: 13:48: “after”和“before”不能同时使用。请拆成两条规则。

  A rule for lines has no condition
  was: - {part: 0, field: handler, after: [承办人：], type: person}
  now: - {part: 0, field: handler}
  en: 13:7: The rule does not say which line it means. Add “after”, “before”, “containing” or a “type”.
  zh: 13:7: 规则没有说明是哪一行。请添加“after”、“before”、“containing”或“type”。

  A rule for lines has a condition without words
  was: - {part: 0, field: handler, after: [承办人：], type: person}
  now: - {part: 0, field: handler, after: []}
  en: 13:40: “after” has no words.
  zh: 13:40: “after”中没有词语。

  A rule keeps what it does not cut off
  was: - {part: 0, field: handler, after: [承办人：], type: person}
  now: - {part: 0, field: handler, after: [承办人：], keep: true}
  en: 13:54: “keep” goes with “before” only.
  zh: 13:54: “keep”只能与“before”同用。

  A unit is unknown
  was: - {name: amount, labels: [金额], type: amount, unit: 万元, means: amount}
  now: - {name: amount, labels: [金额], type: amount, unit: 万圆, means: amount}
  en: 24:56: There is no unit “万圆”. Did you mean “万元”?
  zh: 24:56: 没有单位“万圆”。是否应为“万元”？

  Money in months
  was: - {name: amount, labels: [金额], type: amount, unit: 万元, means: amount}
  now: - {name: amount, labels: [金额], type: amount, unit: 个月, means: amount}
  en: 24:56: “个月” is no unit of money. Known: 元, 万元.
  zh: 24:56: “个月”不是货币单位。可用：元、万元。

  A text with a unit
  was: - {name: note, labels: [备注], optional: true}
  now: - {name: note, labels: [备注], unit: 万元}
  en: 25:40: The type “text” has no unit. These have one: amount, quantity, count, target, rate.
  zh: 25:40: 类型“text”没有单位。有单位的类型：amount、quantity、count、target、rate。

  Things are counted in money
  was: - {name: note, labels: [备注], optional: true}
  now: - {name: note, labels: [备注], type: count, unit: 万元}
  en: 25:53: Nothing is counted in “万元”. For money write “type: amount”, for shares “type: rate”.
  zh: 25:53: “万元”数不了件数。金额用“type: amount”，比率用“type: rate”。

  A type is unknown
  was: - {name: amount, labels: [金额], type: amount, unit: 万元, means: amount}
  now: - {name: amount, labels: [金额], type: money, means: amount}
  en: 24:42: There is no type “money”. Known: text, name, sequence, amount, quantity, count, target, unit, comparator, rate, date, person, phone, organisation, code.
  zh: 24:42: 没有类型“money”。可用：text、name、sequence、amount、quantity、count、target、unit、comparator、rate、date、person、phone、organisation、code。

  A closed list in the summary
  was: - {name: note, labels: [备注], optional: true}
  now: - {name: note, labels: [备注], type: term}
  en: 25:40: The type “term” belongs to columns of groups only.
  zh: 25:40: 类型“term”只用于分组的列。

  A meaning is unknown
  was: - {name: seq, labels: [序号], type: sequence, means: sequence}
  now: - {name: seq, labels: [序号], type: sequence, means: sequense}
  en: 22:56: There is no meaning “sequense”. Did you mean “sequence”?
  zh: 22:56: 没有含义“sequense”。是否应为“sequence”？

  Two columns have one meaning
  was: - {name: note, labels: [备注], optional: true}
  now: - {name: note, labels: [备注], means: amount}
  en: 25:41: Another one means “amount” already.
  zh: 25:41: 另有一处已表示“amount”。

  No column is the name that forms repeat
  was: - {name: project, labels: [项目名称], type: name, means: key}
  was: - {name: amount, labels: [金额], type: amount, unit: 万元, means: amount}
  now: - {name: project, labels: [项目名称], type: name}
  en: 22:5: No column means “key”. Add “means: key” to the column with the name that forms repeat.
  zh: 22:5: 没有一列表示“key”。请给项目名称一列添加“means: key”。

  A column can be left out and cannot
  was: - {name: note, labels: [备注], optional: true}
  now: - {name: note, labels: [备注], optional: true, mandatory: true}
  en: 25:7: “mandatory” and “optional” contradict each other.
  zh: 25:7: “mandatory”和“optional”互相矛盾。

  Two columns have one name
  was: - {name: note, labels: [备注], optional: true}
  now: - {name: amount, labels: [备注], optional: true}
  en: 25:14: The name “amount” stands twice. Choose another name.
  zh: 25:14: 名称“amount”重复出现。请换一个名称。

  Two columns have one label
  was: - {name: note, labels: [备注], optional: true}
  now: - {name: note, labels: [备注, 金额（元）], optional: true}
  en: 25:33: The label “金额（元）” belongs to “amount” and to “note”. Take it out of one of them.
  zh: 25:33: 标签“金额（元）”既属于“amount”又属于“note”。请从其中一处删去。

  A label is a total and a subtotal
  was: subtotals: [小计]
  now: subtotals: [小计, 合计]
  en: 27:19: The label “合计” belongs to “totals” and to “subtotals”. Take it out of one of them.
  zh: 27:19: 标签“合计”既属于“totals”又属于“subtotals”。请从其中一处删去。

  A name cannot be a name
  was: - {name: filled_by, labels: [填报科室]}
  now: - {name: filled-by, labels: [填报科室]}
  en: 20:14: “filled-by” cannot be a name. A name begins with a letter, though not with xml, and holds letters, digits and underscores.
  zh: 20:14: “filled-by”不能作名称。名称以字母开头，只含字母、数字和下划线，不以 xml 开头。

  A name is one that XML keeps for itself
  was: - {name: filled_by, labels: [填报科室]}
  now: - {name: xmlns, labels: [填报科室]}
  en: 20:14: “xmlns” cannot be a name. A name begins with a letter, though not with xml, and holds letters, digits and underscores.
  zh: 20:14: “xmlns”不能作名称。名称以字母开头，只含字母、数字和下划线，不以 xml 开头。

  A name has a sign that XML takes in none
  was: - {name: filled_by, labels: [填报科室]}
  now: - {name: µm, labels: [填报科室]}
  en: 20:14: “µm” cannot be a name. A name begins with a letter, though not with xml, and holds letters, digits and underscores.
  zh: 20:14: “µm”不能作名称。名称以字母开头，只含字母、数字和下划线，不以 xml 开头。

  A caption has nothing to be recognised by
  was: - {name: filled_by, labels: [填报科室]}
  now: - {name: filled_by, type: text}
  en: 20:7: Nothing tells how this field is recognised. Add “labels” or “contains”.
  zh: 20:7: 无法识别此项。请添加“labels”或“contains”。

  The section is no column
  was: section: project
  now: section: projekt
  en: 28:12: There is no column “projekt”. Did you mean “project”?
  zh: 28:12: 没有列“projekt”。是否应为“project”？
  """
