/// Mistakes in forms and their groups; written like `mistakesOfForm`.
let mistakesInDetails = """
  A field stands beside one that is not there
  was: - {name: phone, labels: [电话], type: phone, beside: head}
  now: - {name: phone, labels: [电话], type: phone, beside: haed}
  en: 33:56: There is no other field “haed”. Did you mean “head”?
  zh: 33:56: 没有其他字段“haed”。是否应为“head”？

  A field stands beside itself
  was: - {name: phone, labels: [电话], type: phone, beside: head}
  now: - {name: phone, labels: [电话], type: phone, beside: phone}
  en: 33:56: There is no other field “phone”. Known: project, head.
  zh: 33:56: 没有其他字段“phone”。可用：project、head。

  Two fields of a form have one label and nothing tells them apart
  was: - {name: phone, labels: [电话], type: phone, beside: head}
  now: - {name: phone, labels: [负责人], type: phone}
  en: 33:30: The label “负责人” belongs to “head” and to “phone”. Take it out of one of them.
  zh: 33:30: 标签“负责人”既属于“head”又属于“phone”。请从其中一处删去。

  A group and a field have one name
  was: - name: funding
  now: - name: head
  en: 35:13: The name “head” stands twice. Choose another name.
  zh: 35:13: 名称“head”重复出现。请换一个名称。

  A kind of group is unknown
  was: kind: parts
  now: kind: part
  en: 36:13: There is no kind of group “part”. Did you mean “parts”?
  zh: 36:13: 没有分组类型“part”。是否应为“parts”？

  A role is unknown
  was: - {name: text, role: text, labels: [指标]}
  now: - {name: text, role: texts, labels: [指标]}
  en: 45:30: There is no role “texts”. Did you mean “text”?
  zh: 45:30: 没有角色“texts”。是否应为“text”？

  A role belongs to the other kind of group
  was: - {name: amount, role: amount, type: amount, unit: 万元}
  now: - {name: amount, role: target, type: amount, unit: 万元}
  en: 39:32: There is no role “target”. Known: source, amount, note.
  zh: 39:32: 没有角色“target”。可用：source、amount、note。

  Two columns have one role
  was: - {name: target, role: target, labels: [目标值], type: target}
  now: - {name: target, role: text, labels: [目标值], type: target}
  en: 46:32: Another column has the role “text” already.
  zh: 46:32: 另有一列的角色已是“text”。

  Nothing is the amount of a part
  was: - {name: amount, role: amount, type: amount, unit: 万元}
  now: - {name: amount, type: amount, unit: 万元}
  en: 35:7: No column has the role “amount”. Add “role: amount” to a column.
  zh: 35:7: 没有一列的“role”是“amount”。请给相应的列添加“role: amount”。

  A closed list has no words
  was: - {name: source, role: source, type: term, terms: [{is: 拨款}, {is: 自筹}]}
  now: - {name: source, role: source, type: term}
  en: 38:11: The key “terms” is missing. Add “terms: …” here.
  zh: 38:11: 缺少键“terms”。请在此处添加“terms: …”。

  Words for a column that takes any text
  was: - {name: source, role: source, type: term, terms: [{is: 拨款}, {is: 自筹}]}
  now: - {name: source, role: source, terms: [{is: 拨款}, {is: 自筹}]}
  en: 38:47: The type “text” has no closed list of words. Add “type: term”.
  zh: 38:47: 类型“text”没有固定词语。请添加“type: term”。

  A word stands twice
  was: - {name: source, role: source, type: term, terms: [{is: 拨款}, {is: 自筹}]}
  now: - {name: source, role: source, type: term, terms: [{is: 拨款}, {is: 拨款}]}
  en: 38:75: The word “拨款” stands twice.
  zh: 38:75: 词语“拨款”重复出现。

  A word is also another word
  was: - {name: source, role: source, type: term, terms: [{is: 拨款}, {is: 自筹}]}
  now: - {name: source, role: source, type: term, terms: [{is: 拨款}, {is: 自筹, also: [拨 款]}]}
  en: 38:86: The label “拨 款” belongs to “拨款” and to “自筹”. Take it out of one of them.
  zh: 38:86: 标签“拨 款”既属于“拨款”又属于“自筹”。请从其中一处删去。

  A word is under one that is not there
  was: - {name: kind, role: level2, type: term, terms: [{is: 数量, under: 产出}]}
  now: - {name: kind, role: level2, type: term, terms: [{is: 数量, under: [产出, 效益]}]}
  en: 44:79: There is no word “效益”. Known: 产出, 成本.
  zh: 44:79: 没有词语“效益”。可用：产出、成本。

  A word of the first level is under something
  was: - {name: family, role: level1, type: term, terms: [{is: 产出}, {is: 成本}]}
  now: - {name: family, role: level1, type: term, terms: [{is: 产出}, {is: 成本, under: 产出}]}
  en: 43:86: No column before this one has a closed list of words.
  zh: 43:86: 前面没有带固定词语的列。

  A cost is no word of the group
  was: costs: [成本]
  now: costs: [成夲]
  en: 48:15: There is no word “成夲”. Did you mean “成本”?
  zh: 48:15: 没有词语“成夲”。是否应为“成本”？

  Something is read that cannot be read
  was: reads: {name: name, bound: bound, bound_unit: bound_unit}
  now: reads: {name: name, bound: bound, boundUnit: bound_unit}
  en: 47:41: There is no key “boundUnit”. Did you mean “bound_unit”?
  zh: 47:41: 没有键“boundUnit”。是否应为“bound_unit”？

  What is read has the name of another column
  was: reads: {name: name, bound: bound, bound_unit: bound_unit}
  now: reads: {name: name, bound: target}
  en: 47:34: The name “target” means something else. Choose another name.
  zh: 47:34: 名称“target”已另有所指。请换一个名称。

  Two things that are read have one name
  was: reads: {name: name, bound: bound, bound_unit: bound_unit}
  now: reads: {name: name, bound: name}
  en: 47:34: The name “name” means something else. Choose another name.
  zh: 47:34: 名称“name”已另有所指。请换一个名称。
  """
