/// Mistakes in keys and values, wherever they stand.
///
/// Each entry says what happened, which lines of the small profile became which (`now:` without
/// text: they are gone), and the complaint in English and Chinese, with line and column.
let mistakesOfForm = """
  A key is misspelt
  was: - {name: filled_by, labels: [填报科室]}
  now: - {name: filled_by, lables: [填报科室]}
  en: 20:25: There is no key “lables”. Did you mean “labels”?
  zh: 20:25: 没有键“lables”。是否应为“labels”？

  A key is nothing like any known one
  was: - {name: filled_by, labels: [填报科室]}
  now: - {name: filled_by, labels: [填报科室], colour: red}
  en: 20:41: There is no key “colour”. Known: name, labels, contains, type, unit, stamps.
  zh: 20:41: 没有键“colour”。可用：name、labels、contains、type、unit、stamps。

  A section is misspelt
  was: rules:
  was: rates: [率]
  now: rule:
  en: 49:1: There is no key “rule”. Did you mean “rules”?
  zh: 49:1: 没有键“rule”。是否应为“rules”？

  The key belongs to another section
  was: - {name: seq, labels: [序号], type: sequence, means: sequence}
  now: - {name: seq, labels: [序号], type: sequence, beside: project}
  en: 22:49: There is no key “beside”. Known: name, labels, type, unit, means, mandatory, optional, carried.
  zh: 22:49: 没有键“beside”。可用：name、labels、type、unit、means、mandatory、optional、carried。

  A key stands twice
  was: - {name: seq, labels: [序号], type: sequence, means: sequence}
  now: - {name: seq, labels: [序号], type: sequence, type: text}
  en: 22:33: The key “type” stands twice. Keep one of them.
  zh: 22:33: 键“type”重复出现。请只保留一个。

  The version is missing
  was: version: "1"
  now:
  en: 1:1: The key “version” is missing. Add “version: …” here.
  zh: 1:1: 缺少键“version”。请在此处添加“version: …”。

  The title has no Chinese
  was: title: {zh: 补助, en: Grants}
  now: title: {en: Grants}
  en: 3:8: The key “zh” is missing. Add “zh: …” here.
  zh: 3:8: 缺少键“zh”。请在此处添加“zh: …”。

  A column has no labels
  was: - {name: note, labels: [备注], optional: true}
  now: - {name: note, optional: true}
  en: 25:7: The key “labels” is missing. Add “labels: …” here.
  zh: 25:7: 缺少键“labels”。请在此处添加“labels: …”。

  A text stands where a list should be
  was: - {name: filled_by, labels: [填报科室]}
  now: - {name: filled_by, labels: 填报科室}
  en: 20:33: Expected a list, found text “填报科室”. Write it as [one, two].
  zh: 20:33: 此处应为列表，现为文字“填报科室”。请写成 [甲, 乙] 的形式。

  A list stands where a text should be
  was: - {name: filled_by, labels: [填报科室]}
  now: - {name: [filled_by], labels: [填报科室]}
  en: 20:14: Expected text, found a list.
  zh: 20:14: 此处应为文字，现为列表。

  A list stands where keys and values should be
  was: title: {field: title, endings: [汇总表]}
  now: title: [汇总表]
  en: 18:10: Expected keys and values, found a list. Write it as {key: value}.
  zh: 18:10: 此处应为键值对，现为列表。请写成 {键: 值} 的形式。

  A key has no value
  was: section: project
  now: section:
  en: 28:11: Expected text, found nothing.
  zh: 28:11: 此处应为文字，现为空值。

  A word of a list is empty
  was: totals: [合计]
  now: totals: [合计, ""]
  en: 26:16: The text here is empty. Write a word or take the entry out.
  zh: 26:16: 此处的文字是空的。请填写文字或删去此项。

  A label is nothing but a colon
  was: totals: [合计]
  now: totals: [合计, "："]
  en: 26:16: The label “：” has no letters.
  zh: 26:16: 标签“：”没有文字。

  A flag is neither true nor false
  was: - {name: note, labels: [备注], optional: true}
  now: - {name: note, labels: [备注], optional: yes}
  en: 25:44: Expected true or false, found text “yes”.
  zh: 25:44: 此处应为 true 或 false，现为文字“yes”。

  A bracket is open
  was: rates: [率]
  now: rates: [率
  en: 51:1: This is not YAML (the [ at 50:10 is not closed, or a comma is missing). Indent with spaces, quote text with signs such as : # % [ {, close every bracket.
  zh: 51:1: 此处不是 YAML（50:10 处的 [ 没有配对，或缺少逗号）。请用空格缩进，含有 : # % [ { 等符号的文字加引号，括号成对。

  A sign is not quoted
  was: other: ["%", 月, 个月]
  now: other: [%, 月, 个月]
  en: 6:11: This is not YAML (this sign is quoted in YAML; if it is a tab, spaces stand there). Indent with spaces, quote text with signs such as : # % [ {, close every bracket.
  zh: 6:11: 此处不是 YAML（此处的符号须加引号；若是制表符，须改为空格）。请用空格缩进，含有 : # % [ { 等符号的文字加引号，括号成对。

  A line is indented with a tab
  was: section: project
  now: \tsection: project
  en: 28:3: This is not YAML (this sign is quoted in YAML; if it is a tab, spaces stand there). Indent with spaces, quote text with signs such as : # % [ {, close every bracket.
  zh: 28:3: 此处不是 YAML（此处的符号须加引号；若是制表符，须改为空格）。请用空格缩进，含有 : # % [ { 等符号的文字加引号，括号成对。

  A line is indented otherwise than its neighbours
  was: section: project
  now:  section: project
  en: 28:4: This is not YAML (this is indented otherwise than the keys from 18:3 on). Indent with spaces, quote text with signs such as : # % [ {, close every bracket.
  zh: 28:4: 此处不是 YAML（此行与 18:3 起的各键缩进不同）。请用空格缩进，含有 : # % [ { 等符号的文字加引号，括号成对。

  A colon is a wide one
  was: - {name: note, labels: [备注], optional: true}
  now: - {name: note, labels: [备注], optional：true}
  en: 25:34: There is no key “optional：true”. Write “:” and a space, not “：”.
  zh: 25:34: 没有键“optional：true”。请写半角冒号加空格，不要写“：”。

  A unit is no unit yet
  was: - {name: note, labels: [备注], optional: true}
  now: - {name: note, labels: [备注], type: count, unit: 册}
  en: 25:53: There is no unit “册”. Add it to “other” under “units”.
  zh: 25:53: 没有单位“册”。请将其加入“units”的“other”。

  Another document follows
  was: rules:
  was: rates: [率]
  now: ---
  now: profile: grants
  en: 50:1: The file holds a second document. Write one profile a file.
  zh: 50:1: 文件中有第二份文档。一个文件只写一份配置。
  """
