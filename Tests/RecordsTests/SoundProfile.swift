/// A small profile without a mistake.
let soundProfile = """
  profile: grants
  version: "1"
  title: {zh: 补助, en: Grants}
  units:
    money: {元: 0, 万元: 4}
    other: ["%", 月, 个月]
    synonyms: [[月, 个月]]
  organisations:
    aliases: [[教育局, 教委]]
  letter:
    parts: [[文件]]
    rules:
      - {part: 0, field: handler, after: [承办人：], type: person}
      - {part: 1, field: title, before: [的报告], keep: true}
      - {part: 1, field: number, type: code}
    body: {part: 1, field: body}
  summary:
    title: {field: title, endings: [汇总表]}
    fields:
      - {name: filled_by, labels: [填报科室]}
    columns:
      - {name: seq, labels: [序号], type: sequence, means: sequence}
      - {name: project, labels: [项目名称], type: name, means: key}
      - {name: amount, labels: [金额], type: amount, unit: 万元, means: amount}
      - {name: note, labels: [备注], optional: true}
    totals: [合计]
    subtotals: [小计]
    section: project
  detail:
    fields:
      - {name: project, labels: [项目名称], type: name, means: key}
      - {name: head, labels: [负责人], type: person, mandatory: true}
      - {name: phone, labels: [电话], type: phone, beside: head}
    groups:
      - name: funding
        kind: parts
        columns:
          - {name: source, role: source, type: term, terms: [{is: 拨款}, {is: 自筹}]}
          - {name: amount, role: amount, type: amount, unit: 万元}
      - name: indicators
        kind: indicators
        columns:
          - {name: family, role: level1, type: term, terms: [{is: 产出}, {is: 成本}]}
          - {name: kind, role: level2, type: term, terms: [{is: 数量, under: 产出}]}
          - {name: text, role: text, labels: [指标]}
          - {name: target, role: target, labels: [目标值], type: target}
        reads: {name: name, bound: bound, bound_unit: bound_unit}
        costs: [成本]
  rules:
    rates: [率]
  """
