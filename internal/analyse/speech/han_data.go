package speech

import "strings"

// hanSays are the verbs of saying of Chinese, longer ones before those that
// stand in them.
const hanSays = "表示 指出 强调 強調 认为 認為 宣布 宣稱 宣称 声称 聲稱 透露 回应 回應 回答 答复 答覆 写道 寫道 补充 補充 解释 解釋 警告 承认 承認 坦言 直言 否认 否認 反驳 反駁 呼吁 呼籲 要求 质疑 質疑 告诉 告訴 介绍 介紹 说道 說道 " +
	"回忆 回憶 讲述 講述 描述 感叹 感嘆 哭诉 哭訴 控诉 控訴 追问 追問 反问 反問 质问 質問 答道 喊道 叫道 谴责 譴責 批评 批評 抨击 抨擊 形容 证实 證實 重申 抱怨 主张 主張 评论 評論 斥责 斥責 指责 指責 敦促 发推 發推 发文 發文 说 說 称 稱 问 問 喊 讲 講 道"

// hanNoSays are words that end like a verb of one letter and are none.
var hanNoSays = strings.Fields("小说 小說 学说 學說 传说 傳說 听说 聽說 据说 據說 演说 演說 游说 遊說 所说 所說 名称 名稱 职称 職稱 简称 簡稱 号称 號稱 被称 被稱 统称 統稱 俗称 俗稱 对称 對稱 所称 所稱 " +
	"知道 报道 報道 渠道 频道 頻道 街道 轨道 軌道 人道 隧道 通道 跑道 河道 味道 大道 铁道 鐵道 难道 難道 公道 访问 訪問 疑问 疑問 顾问 顧問 学问 學問 提问 提問 慰问 慰問 请问 請問")

// hanRoles are words for people behind which a name may stand.
const hanRoles = "律师 律師 牧师 牧師 法官 记者 記者 教授 研究员 研究員 发言人 發言人 主席 总统 總統 总理 總理 部长 部長 主任 局长 局長 省长 省長 市长 市長 县长 縣長 村长 村長 镇长 鎮長 书记 書記 司令 将军 將軍 上校 少校 大使 主教 神父 修女 阿訇 伊玛目 伊瑪目 " +
	"活动人士 活動人士 人士 医生 醫生 护士 護士 老师 老師 教师 教師 校长 校長 学者 學者 专家 專家 代表 秘书长 祕書長 会长 會長 院长 院長 负责人 負責人 创办人 創辦人 创始人 創始人 作家 作者 诗人 詩人 导演 導演 歌手 村民 居民 农民 農民 牧民 工人 学生 學生 目击者 目擊者 公证人 公證人 证人 證人 幸存者 " +
	"囚犯 船长 船長 队长 隊長 警官 检察官 檢察官 议员 議員 主编 主編 编辑 編輯 总监 總監 经理 經理 董事长 董事長 专员 專員 特使 报告员 報告員 主持人 翻译 翻譯 店主 司机 司機 渔民 漁民 商人 难民 難民 主管 调查员 調查員 分析师 分析師 谈判代表 談判代表 " + hanKin

// hanKin are words for what somebody is to somebody.
const hanKin = "女儿 女兒 儿子 兒子 妻子 丈夫 遗孀 遺孀 母亲 母親 父亲 父親 姐姐 妹妹 哥哥 弟弟 祖母 祖父 外婆 奶奶 爷爷 爺爺 侄子 表弟 家属 家屬 家人 亲属 親屬 朋友 友人 邻居 鄰居 同事 同学 同學 同伴 狱友 獄友 支持者 追随者 追隨者 助手 助理 顾问 顧問 辩护人 辯護人 代理人 律师团 律師團 未婚妻 男友 女友 姑姑 叔叔 舅舅 哥 姐 弟 妹"

// hanStates are what stands before a person's title and says what happened to
// them: no part of the description.
const hanStates = "被囚禁的 被关押的 被關押的 被捕的 被判刑的 被囚 被捕 被拘 被关押 被關押 在押 狱中 獄中 已故 遇害 遇难 遇難 失踪 失蹤 遭囚 遭拘"

// hanSurnames are the commonest surnames, simplified and traditional.
const hanSurnames = "王李张張刘劉陈陳杨楊黄黃赵趙吴吳周徐孙孫马馬朱胡郭何高林郑鄭谢謝罗羅梁宋唐许許韩韓冯馮邓鄧曹彭曾肖萧蕭田董袁潘于蒋蔣蔡余杜叶葉程苏蘇魏吕呂丁任沈姚卢盧姜崔钟鍾谭譚陆陸汪范金石廖贾賈夏韦韋付方白邹鄒孟熊秦邱江尹薛闫阎閻段雷侯龙龍史陶黎贺賀顾顧毛郝龚龔邵万萬钱錢严嚴覃武戴莫孔向汤湯乔喬古温溫康施文牛樊葛邢安齐齊易伍庞龐颜顏倪庄莊聂聶章鲁魯岳翟殷詹申欧歐耿关關兰蘭焦俞左柳甘祝包宁寧尚符舒阮柯纪紀梅童凌毕畢单單裴霍涂成苗谷盛曲翁冉骆駱蓝藍路游辛靳管柴蒙鲍鮑华華喻祁蒲房滕屈饶饒解牟艾尤阳陽时時穆农農司卓古吉缪繆简簡车車项項连連芦蘆麦麥褚娄婁窦竇戚岑景党黨宫宮费費卜冷晏席卫衛米柏宗瞿桂全佟应應臧闵閔苟邬鄔边邊卞姬师師和仇栾欒隋商刁沙荣榮巫寇桑郎甄丛叢仲虞敖巩鞏明佘池查麻苑迟遲邝鄺官封谈談匡鞠惠荆荊乐樂冀郁胥南班储儲原栗燕楚"

// hanFunction are letters that stand hardly in a name: they end it.
const hanFunction = "周今昨上本下当當的了在是有被因对對向与與并並也已说說称稱表则則就从從到把让讓为為将將以及而但或，。、；：“”「」『』（）曾还還又于於不没沒未今现現出去来來后後前时時日年打走坐站看听聽拿推進进離离拒點点搖摇笑哭沉回抵收寫写讀读穿帶带住死逃跑告請请求認认否指只才都卻却很最更所其他她這这那等問问講讲喊"

// hanBodies are letters with which a body's name ends.
const hanBodies = "室部局会會院处處社团團组組司署厅廳办辦队隊方府党黨军軍校盟"

// hanNaming end what stands before a name or a title between marks.
var hanNaming = strings.Fields("的 所谓 所謂 名为 名為 叫做 题为 題為 称为 稱為 称作 稱作 小说 小說 电影 電影 歌曲 一书 一書 报告 報告 杂志 雜誌 报纸 報紙 组织 組織 团体 團體 词 詞 一词 一詞 号 號 专辑 專輯 诗作 詩作 行动 行動 项目 項目 计划 計劃")
