/// Mistakes in relations and includes; written like `mistakesOfForm`.
let mistakesInRelations = """
  A relation has no kind
  was: rules:
  was: rates: [率]
  now: rules: {rates: [率]}
  now: relations: [{agrees: summary.amount, with: detail.funding.amount}]
  en: 50:14: There is no key “agrees”. Did you mean “agree”?
  zh: 50:14: 没有键“agrees”。是否应为“agree”？

  A relation has two kinds
  was: rules:
  was: rates: [率]
  now: rules: {rates: [率]}
  now: relations: [{agree: summary.amount, foot: summary.amount}]
  en: 50:13: A relation has exactly one of: foot, cross_foot, agree, recalculate, ratio, order, bound, rule.
  zh: 50:13: 每条关系须有且只有一个：foot、cross_foot、agree、recalculate、ratio、order、bound、rule。

  A relation speaks of a field that is not there
  was: rules:
  was: rates: [率]
  now: rules: {rates: [率]}
  now: relations: [{agree: summary.amuont, with: detail.funding.amount}]
  en: 50:21: There is no field of numbers “summary.amuont”. Did you mean “summary.amount”?
  zh: 50:21: 没有数字字段“summary.amuont”。是否应为“summary.amount”？

  A relation speaks of words
  was: rules:
  was: rates: [率]
  now: rules: {rates: [率]}
  now: relations: [{agree: summary.amount, with: detail.head}]
  en: 50:43: There is no field of numbers “detail.head”. Known: summary.amount, detail.funding.amount, detail.indicators.target.
  zh: 50:43: 没有数字字段“detail.head”。可用：summary.amount、detail.funding.amount、detail.indicators.target。

  A relation names one place of two
  was: rules:
  was: rates: [率]
  now: rules: {rates: [率]}
  now: relations: [{agree: summary.amount}]
  en: 50:13: The key “with” is missing. Add “with: …” here.
  zh: 50:13: 缺少键“with”。请在此处添加“with: …”。

  A sum has no addends
  was: rules:
  was: rates: [率]
  now: rules: {rates: [率]}
  now: relations: [{cross_foot: summary.amount, of: []}]
  en: 50:46: There are no figures here. Name one at the least.
  zh: 50:46: 此处没有数字字段。请至少写一个。

  A key goes with another kind of relation
  was: rules:
  was: rates: [率]
  now: rules: {rates: [率]}
  now: relations: [{agree: summary.amount, with: detail.funding.amount, less: [summary.amount]}]
  en: 50:66: “less” does not go with “agree”.
  zh: 50:66: “less”不能与“agree”同用。

  A form is footed
  was: rules:
  was: rates: [率]
  now: rules: {rates: [率]}
  now: relations: [{foot: detail.funding.amount, severity: warning}]
  en: 50:20: “foot” is about a column of the summary. Write “summary.” and the column’s name.
  zh: 50:20: “foot”用于汇总表的列。请写成“summary.列名”。

  A severity is unknown
  was: rules:
  was: rates: [率]
  now: rules: {rates: [率]}
  now: relations: [{foot: summary.amount, severity: warn}]
  en: 50:46: There is no severity “warn”. Known: note, review, warning, error.
  zh: 50:46: 没有严重程度“warn”。可用：note、review、warning、error。

  A ratio has three parts
  was: rules:
  was: rates: [率]
  now: rules: {rates: [率]}
  now: relations: [{ratio: summary.amount, of: [summary.amount, summary.amount, summary.amount]}]
  en: 50:41: This takes 2 fields.
  zh: 50:41: 此处须有 2 个字段。

  A product has factors in two places
  was: rules:
  was: rates: [率]
  now: rules: {rates: [率]}
  now: relations: [{recalculate: summary.amount, of: [summary.amount, detail.funding.amount]}]
  en: 50:47: These fields do not stand in one row or form. Across places use cross_foot or agree.
  zh: 50:47: 这些字段不在同一行或同一表中。不同之处的数字用 cross_foot 或 agree。

  A rule does not say where its sentence stands
  was: rules:
  was: rates: [率]
  now: rules: {rates: [率]}
  now: relations: [{rule: detail.indicators.target}]
  en: 50:13: The key “in” is missing. Add “in: …” here.
  zh: 50:13: 缺少键“in”。请在此处添加“in: …”。

  A rule reads its sentence from a figure
  was: rules:
  was: rates: [率]
  now: rules: {rates: [率]}
  now: relations: [{rule: detail.indicators.target, in: summary.amount}]
  en: 50:50: There is no field of words “summary.amount”. Known: detail.project, summary.filled_by, letter.title, letter.body.
  zh: 50:50: 没有文字字段“summary.amount”。可用：detail.project、summary.filled_by、letter.title、letter.body。

  A rule holds rows of the summary against a form's sentence
  was: rules:
  was: rates: [率]
  now: rules: {rates: [率]}
  now: relations: [{rule: summary.amount, in: detail.project}]
  en: 50:40: Rows of the summary have no “detail.project”. Name a field of “summary.” or of “letter.”.
  zh: 50:40: 汇总表各行没有“detail.project”。请写“summary.”或“letter.”的字段。

  A sum is about something
  was: rules:
  was: rates: [率]
  now: rules: {rates: [率]}
  now: relations: [{foot: summary.amount, about: [率]}]
  en: 50:36: “about” does not go with “foot”.
  zh: 50:36: “about”不能与“foot”同用。

  A relation speaks no language
  was: rules:
  was: rates: [率]
  now: rules: {rates: [率]}
  now: relations: [{bound: summary.amount, at_most: summary.amount, message: {}}]
  en: 50:71: The message is empty. Write “zh” or “en”.
  zh: 50:71: 消息为空。请写“zh”或“en”。

  What is included is not there
  was: profile: grants
  now: include: [cn-comon]
  now: profile: grants
  en: 1:11: There is no profile to include “cn-comon”. Did you mean “cn-common”?
  zh: 1:11: 没有可引用的模板“cn-comon”。是否应为“cn-common”？

  A profile includes itself
  was: profile: grants
  now: include: [grants]
  now: profile: grants
  en: 1:11: “grants” includes itself. Take one of the includes out.
  zh: 1:11: “grants”引用了自身。请删去其中一处引用。
  """
