/// The words that made submissions are written in; all places and persons are invented.
enum Vocabulary {
  /// A bureau: its full name without the city, its short name and the office that answers for it.
  struct Bureau: Sendable {
    let name: String
    let short: String
    let office: String
    let themes: [Theme]
  }

  /// What a bureau spends on: the subject, what is counted of it, in what unit, and whom it serves.
  struct Theme: Sendable {
    let subject: String
    let counted: String
    let counter: String
    let served: String
    /// The goal's own words: what the money does.
    let aim: String
  }

  static let cities = ["澄砚市", "岚圃市", "汀禾市", "棠浦市", "芷洲市"]

  /// Quarters that tell projects of one theme apart.
  static let quarters = [
    "", "城东片区", "城西片区", "南岭片区", "北塘片区", "柳庄片区", "石埠片区", "杏坪片区", "云溪片区",
    "沙河片区", "梨园片区", "古渡片区", "松岗片区", "青屏片区", "白鹭片区", "金穗片区", "槐荫片区",
    "莲湖片区", "竹海片区", "枫林片区",
  ]

  static let kinds = [
    "补助资金", "工作经费", "建设资金", "运行维护费", "设备购置资金", "专项经费", "改造资金", "配套资金",
  ]

  static let surnames = Array("褚卫蒋沈韩杨朱秦尤许何吕施张孔曹严华金魏陶姜谢邹喻柏水窦章云苏潘葛奚范彭郎鲁韦昌")
    .map(String.init)
  static let given = Array("听澜望舒以宁知远书瑶景行清和怀瑾若谷思齐云舟南乔嘉言明川松涛致和子衿修远")
    .map(String.init)

  static let bureaus: [Bureau] = [
    Bureau(
      name: "教育局", short: "教育局", office: "教科文科",
      themes: [
        Theme(
          subject: "寄宿制学校食堂", counted: "改造", counter: "个", served: "学生", aim: "更新灶具与冷藏设施，让住校生吃上热饭"),
        Theme(
          subject: "校园安保", counted: "配备", counter: "人", served: "师生", aim: "为中小学统一聘用安保人员，守护上下学秩序"),
        Theme(
          subject: "乡村教师培训", counted: "培训", counter: "人次", served: "教师", aim: "分批安排跟岗研修，提高课堂教学水平"),
        Theme(
          subject: "普惠幼儿园奖补", counted: "奖补", counter: "所", served: "家长", aim: "鼓励民办园降低收费，扩大学位供给"),
      ]),
    Bureau(
      name: "民政局", short: "民政局", office: "社保科",
      themes: [
        Theme(
          subject: "高龄津贴", counted: "发放", counter: "人", served: "老年人", aim: "按月足额发给八旬以上长者，体现敬老之意"),
        Theme(
          subject: "孤儿基本生活保障", counted: "保障", counter: "人", served: "监护人", aim: "保证失去父母的儿童衣食与就学所需"),
        Theme(
          subject: "社区养老服务站", counted: "建成", counter: "个", served: "居家老人", aim: "就近提供助餐、助浴、康复和日间照料"),
        Theme(subject: "临时救助", counted: "救助", counter: "户", served: "受助家庭", aim: "对遭遇急难的家庭及时伸出援手"),
      ]),
    Bureau(
      name: "卫生健康委员会", short: "卫健委", office: "社保科",
      themes: [
        Theme(
          subject: "村卫生室标准化", counted: "达标", counter: "个", served: "就诊村民", aim: "补齐诊疗床、药柜和信息终端"),
        Theme(
          subject: "妇女两癌筛查", counted: "筛查", counter: "人", served: "受检妇女", aim: "早发现、早治疗，降低晚期确诊比例"),
        Theme(
          subject: "院前急救站点", counted: "增设", counter: "个", served: "急救患者", aim: "缩短救护车到达现场的平均时间"),
        Theme(subject: "疫苗冷链", counted: "更新", counter: "台", served: "接种单位", aim: "更换老化冰箱并接入温度监测平台"),
      ]),
    Bureau(
      name: "住房和城乡建设局", short: "住建局", office: "经建科",
      themes: [
        Theme(
          subject: "老旧小区外墙保温", counted: "改造", counter: "栋", served: "业主", aim: "减少冬季热损失，改善楼道渗漏"),
        Theme(
          subject: "公租房维修", counted: "维修", counter: "套", served: "承租户", aim: "修复水电管线和门窗，恢复可入住状态"),
        Theme(subject: "危桥加固", counted: "加固", counter: "座", served: "过往群众", aim: "消除承载隐患，恢复双向通行"),
        Theme(subject: "雨污管网分流", counted: "新建", counter: "公里", served: "沿线居民", aim: "解决汛期内涝与污水溢流"),
      ]),
    Bureau(
      name: "交通运输局", short: "交通局", office: "经建科",
      themes: [
        Theme(
          subject: "农村公路养护", counted: "养护", counter: "公里", served: "沿线村民", aim: "修补坑槽、清理边沟、补栽护路树"),
        Theme(subject: "公交线路补贴", counted: "运营", counter: "条", served: "乘客", aim: "维持早晚班次，方便远郊出行"),
        Theme(subject: "渡口安全设施", counted: "更新", counter: "处", served: "渡客", aim: "更换救生器材，加装视频监控"),
      ]),
    Bureau(
      name: "水务局", short: "水务局", office: "农业科",
      themes: [
        Theme(
          subject: "小型水库除险", counted: "除险", counter: "座", served: "下游村民", aim: "加固坝体、疏通溢洪道，安全度汛"),
        Theme(
          subject: "灌区渠道衬砌", counted: "衬砌", counter: "公里", served: "种植户", aim: "提高渠系水利用系数，扩大自流灌溉"),
        Theme(subject: "河道清淤", counted: "清淤", counter: "公里", served: "两岸居民", aim: "恢复过水断面，改善水体感官"),
      ]),
    Bureau(
      name: "农业农村局", short: "农业农村局", office: "农业科",
      themes: [
        Theme(subject: "高标准农田", counted: "建成", counter: "亩", served: "农户", aim: "平整土地、配套机耕道，旱涝保收"),
        Theme(subject: "秸秆综合利用", counted: "处理", counter: "吨", served: "合作社", aim: "推广打捆离田与深翻还田"),
        Theme(subject: "动物防疫", counted: "免疫", counter: "头", served: "养殖户", aim: "春秋两季集中免疫，阻断疫病传播"),
      ]),
    Bureau(
      name: "文化广电和旅游局", short: "文旅局", office: "教科文科",
      themes: [
        Theme(subject: "乡镇文化站", counted: "开放", counter: "个", served: "读者", aim: "延长夜间开放，组织书画与曲艺活动"),
        Theme(subject: "送戏下乡", counted: "演出", counter: "场", served: "观众", aim: "把地方戏送到村头，丰富农闲生活"),
        Theme(subject: "非遗传承工坊", counted: "扶持", counter: "家", served: "学徒", aim: "保护濒危技艺，带徒传艺"),
      ]),
    Bureau(
      name: "应急管理局", short: "应急局", office: "行政政法科",
      themes: [
        Theme(subject: "森林防火物资", counted: "储备", counter: "套", served: "扑火队员", aim: "补充风力灭火机与防护服"),
        Theme(subject: "应急广播终端", counted: "安装", counter: "个", served: "村民", aim: "灾害预警直达自然村"),
        Theme(subject: "地震监测台站", counted: "维护", counter: "个", served: "台站用户", aim: "保持观测连续，数据按时汇交"),
      ]),
    Bureau(
      name: "生态环境局", short: "生态环境局", office: "经建科",
      themes: [
        Theme(subject: "大气自动站", counted: "运维", counter: "个", served: "公众", aim: "保证监测数据真实、有效、联网"),
        Theme(
          subject: "饮用水源地隔离", counted: "围护", counter: "公里", served: "供水用户", aim: "设置界桩与防护网，清退禁养区"),
      ]),
    Bureau(
      name: "城市管理局", short: "城管局", office: "经建科",
      themes: [
        Theme(subject: "背街小巷路灯", counted: "安装", counter: "盏", served: "居民", aim: "消除夜间照明盲区"),
        Theme(subject: "生活垃圾清运", counted: "清运", counter: "吨", served: "住户", aim: "做到日产日清、密闭运输"),
        Theme(
          subject: "口袋公园", counted: "建成", counter: "个", served: "游园市民", aim: "利用边角地增绿、添座椅和健身器材"),
      ]),
    Bureau(
      name: "人力资源和社会保障局", short: "人社局", office: "社保科",
      themes: [
        Theme(subject: "公益性岗位", counted: "安置", counter: "人", served: "安置人员", aim: "托底安置就业困难人员"),
        Theme(
          subject: "技能人才实训基地", counted: "建设", counter: "个", served: "学员", aim: "配置焊接、数控、护理等实训设备"),
      ]),
  ]
}
