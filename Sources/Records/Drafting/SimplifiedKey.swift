internal import TieoutModel

/// Keys of labels with the characters in which mainland papers write them: `總計` is compared as `总计`.
///
/// What a label says is told by words of one spelling; what is printed stays as it is. The characters
/// are those of the words that labels are looked through for.
enum SimplifiedKey {
  /// The key by which labels are compared.
  static func key(_ printed: some Collection<UInt8>) -> String {
    let key = String(decoding: LabelTable.normalised(printed), as: UTF8.self)
    guard key.unicodeScalars.contains(where: { simplified[$0] != nil }) else { return key }
    var scalars = String.UnicodeScalarView()
    for scalar in key.unicodeScalars { scalars.append(simplified[scalar] ?? scalar) }
    return String(scalars)
  }

  /// The simplified character of each traditional one.
  private static let simplified: [Unicode.Scalar: Unicode.Scalar] = {
    var table: [Unicode.Scalar: Unicode.Scalar] = [:]
    for pair in pairs.split(separator: " ") {
      let scalars = Array(pair.unicodeScalars)
      table[scalars[0]] = scalars[1]
    }
    return table
  }()

  private static let pairs = """
    計计 總总 額额 項项 備备 註注 說说 購购 採采 負负 責责 聯联 絡络 電电 話话 機机 傳传 數数 \
    單单 價价 錢钱 經经 費费 預预 資资 補补 貼贴 撥拨 構构 關关 門门 縣县 鄉乡 鎮镇 區区 國国 \
    標标 準准 稱称 號号 碼码 編编 證证 帳账 賬账 戶户 學学 時时 間间 務务 廠厂 業业 應应 辦办 \
    領领 導导 審审 報报 級级 類类 檢检 驗验 實实 際际 執执 結结 餘余 轉转 繳缴 納纳 稅税 貨货 \
    獎奖 勵励 養养 災灾 賑赈 贈赠 與与 萬万 億亿 幣币 圓元 臺台 輛辆 張张 個个 場场 冊册 處处 \
    規规 劃划 畫画 圖图 點点 線线 積积 長长 寬宽 噸吨 畝亩 頃顷 滿满 達达 績绩 評评 權权 係系 \
    設设 買买 賣卖 運运 輸输 維维 護护 試试 訓训 練练 會会 議议 課课 題题 請请 復复 覆复 擬拟 \
    給给 進进 質质 節节 約约 環环 態态 農农 醫医 藥药 險险 體体 術术 藝艺 書书 館馆 圍围 職职 \
    員员 屬属 歸归 層层 據据 歷历 曆历 屆届 寶宝 廣广 廳厅 異异 狀状 爲为 為为 無无 條条 檔档 \
    樓楼 橋桥 漁渔 灣湾 營营 獲获 現现 產产 盡尽 確确 禮礼 種种 築筑 組组 細细 統统 綠绿 緊紧 \
    續续 繼继 聲声 腳脚 興兴 萊莱 衛卫 裝装 製制 訂订 記记 訊讯 許许 詳详 誤误 調调 論论 識识 \
    譯译 豐丰 貧贫 貸贷 貿贸 賽赛 趨趋 軟软 較较 載载 這这 過过 還还 邊边 郵邮 鄰邻 針针 鋪铺 \
    錄录 鐵铁 開开 陽阳 隊队 階阶 雙双 雜杂 離离 難难 雲云 靜静 頁页 順顺 頻频 願愿 風风 飛飞 \
    駐驻 驅驱 鮮鲜 麗丽 黨党 齊齐 齡龄
    """
}
