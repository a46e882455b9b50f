"""What is measured: each rule by its name."""

import pytest

from taizhang.model import SectionKind
from tests.extraction.figures.reading import figures_of, named

RULES: dict[str, tuple[str, list[str]]] = {
    "the subject stands before its value": ("城镇调查失业率4.1%。", ["城镇调查失业率"]),
    "a light verb names nothing": ("预计实现地区生产总值2.1万亿元。", ["地区生产总值"]),
    "a delivering verb stays": ("新建14所幼儿园，改造老旧小区30个。", ["新建幼儿园", "改造老旧小区"]),
    "an elided subject is carried": (
        "外贸进出口2.4万亿元，增长5%、高于全国1.2个百分点。",
        ["外贸进出口", "外贸进出口", "外贸进出口高于全国"],
    ),
    "the verb goes on in a list": (
        "培育瞪羚企业20家、独角兽企业3家。",
        ["培育瞪羚企业", "培育独角兽企业"],
    ),
    "a verb alone takes the object over": ("制定地方性法规5件、修订3件。", ["制定地方性法规", "修订地方性法规"]),
    "papers stand for each other": ("办理市人大代表议案7项、建议90件。", ["办理市人大代表议案", "办理市人大代表建议"]),
    "values and names of a list pair up": (
        "食品、药品抽检合格率分别达98%和99%。",
        ["食品抽检合格率", "药品抽检合格率"],
    ),
    "a bare measure borrows the stem": (
        "道路交通事故起数和死亡人数分别下降5%和6%。",
        ["道路交通事故起数", "道路交通事故死亡人数"],
    ),
    "two in one word": (
        "城乡居民人均可支配收入分别增长5%和6%。",
        ["城镇居民人均可支配收入", "农村居民人均可支配收入"],
    ),
    "a second list follows the first": (
        "城镇居民收入6万元，农村居民收入3万元，分别增长4%和5%。",
        ["城镇居民收入", "农村居民收入", "城镇居民收入", "农村居民收入"],
    ),
    "an attribute has its owner": ("新增全国文明城市3个，总数达到22个。", ["新增全国文明城市", "全国文明城市总数"]),
    "the clause before tells the owner": ("服务业质效提升，实现增加值9700亿元。", ["服务业增加值"]),
    "examples are left off": ("新增云雾茶等7个区域公用品牌。", ["新增区域公用品牌"]),
    "a generic noun keeps its examples": ("推出稳岗、培训等12项政策。", ["推出稳岗、培训等政策"]),
    "what holds a rank": ("高铁里程居全国第5位，光电产业营收稳居全省首位。", ["高铁里程", "光电产业营收"]),
    "what goes on in a streak": ("电力外送量连续9年位居全国首位。", ["电力外送量位居全国首位", "电力外送量"]),
    "what falls": ("新上线事项平均减时间80%、减材料50%。", ["新上线事项平均时间", "新上线事项平均材料"]),
    "a number inside the phrase": (
        "30家企业发行债券180只。",
        ["企业发行债券", "企业发行债券"],
    ),
    "the comparison names nothing": (
        "财政用于教育支出五年累计2万亿元，比前五年增长1.2倍。",
        ["财政用于教育支出", "财政用于教育支出"],
    ),
    "from and to": ("绿色出行比例从72%提升至76%。", ["绿色出行比例", "绿色出行比例"]),
    "a growth named in its goal": ("提出8%左右的国内生产总值增长目标。", ["国内生产总值"]),
    "a share of what was named": (
        "转移支付累计4万亿元，87%用于支持西部地区。",
        ["转移支付", "转移支付用于支持西部地区"],
    ),
    "the economy grows": ("经济增长5.5%左右。", ["经济增长"]),
    "one predicate for two counts": (
        "25个省（区、市）、2100个县（市）建立了制度。",
        ["省（区、市）建立了制度", "县（市）建立了制度"],
    ),
    "classes of one noun": ("新增2家千亿级、24家百亿级工业企业。", ["新增千亿级工业企业", "新增百亿级工业企业"]),
    "two verbs of delivery": (
        "新开工改造老旧小区40个、城中村2万户。",
        ["新开工改造老旧小区", "新开工改造城中村"],
    ),
    "a quoted name is no plan": ("建成示范村15个、“美丽庭院”8万户。", ["建成示范村", "建成“美丽庭院”"]),
    "what the work is for": ("围绕产业需求布局建设5条专用线。", ["布局建设专用线"]),
    "a second list with its examples": (
        "推动10条公路和甲乙等4个铁路项目建设。",
        ["推动公路建设", "推动铁路项目建设"],
    ),
    "what the counted thing causes": ("200项“通办”事项让群众少跑路。", ["“通办”事项"]),
    "what is driven": ("招引重大项目300个，带动产业投资增长6%。", ["招引重大项目", "产业投资"]),
    "the first that reached it": ("成为全省首个经济总量突破2万亿元的城市。", ["经济总量"]),
    "each newly": (
        "“甲标准”、“乙品牌”分别新增5项和6项。",
        ["“甲标准”新增", "“乙品牌”新增"],
    ),
    "a verb begins what is shared": (
        "专项基金、工业用地支持民间项目比重分别为98%、85%。",
        ["专项基金支持民间项目比重", "工业用地支持民间项目比重"],
    ),
    "a head that is shared": ("刑事、治安案件分别下降6%、3%。", ["刑事案件", "治安案件"]),
    "a contribution has its owner": (
        "服务业增加值2万亿元，对经济增长贡献率超60%。",
        ["服务业增加值", "服务业增加值对经济增长贡献率"],
    ),
    "the other side of an account": (
        "一般公共预算收入增长2%、支出首次超过700亿元。",
        ["一般公共预算收入", "一般公共预算支出"],
    ),
    "another verb after the noun": ("新能源开工500万千瓦、投产300万千瓦。", ["新能源开工", "新能源投产"]),
    "an average of what was raised": ("继续提高企业退休人员养老金，人均增长10%左右。", ["企业退休人员养老金"]),
    "the owner of a streak": ("粮食连续五年增产，总产量800万吨。", ["粮食增产", "粮食总产量"]),
    "kinds of one thing": ("新创建法治示范地区4个、项目6个。", ["新创建法治示范地区", "新创建法治示范项目"]),
    "out of so many": ("企业调查50项测评点中有22项达到最优水平。", ["企业调查测评点", "达到最优水平"]),
    "the last of a list has a qualifier of its own": (
        "工业、制造业、工业技改投资分别增长9%、13%、15%。",
        ["工业投资", "制造业投资", "工业技改投资"],
    ),
    "a divisor holds for the list": (
        "每千人托位、养老床位数分别达到5个、27张。",
        ["每千人托位", "每千人养老床位数"],
    ),
    "ranks pair up with names": (
        "省属企业营收和利润分别居全国第5、第6位。",
        ["省属企业营收", "省属企业利润"],
    ),
    "ranks of what was named before": (
        "一产、二产增加值分别增长6%、5%，分别居全国第二、第七。",
        ["一产增加值", "二产增加值", "一产增加值", "二产增加值"],
    ),
    "only a comparison before the rise": (
        "地区生产总值3万亿元，较“十三五”末净增1万亿元。",
        ["地区生产总值", "地区生产总值"],
    ),
    "the sum of what is counted": ("抓好总投资2万亿元的300个省重点项目。", ["省重点项目总投资", "抓好省重点项目"]),
    "the sum of what stands behind it": ("总投资12亿元的东山储能电站项目开工建设。", ["东山储能电站项目总投资"]),
    "money put into a work": ("投资300万元的西湾码头全部完工。", ["西湾码头投资"]),
    "the rate of an amount keeps its name": (
        "进出口总额达到90亿元，增速全省第2。",
        ["进出口总额", "进出口总额增速"],
    ),
    "a place among the hundred strongest": (
        "创新能力进入自治区前五，位列全国百强区第三十位。",
        ["创新能力", "创新能力"],
    ),
    "a modal word inside a name": ("可再生水利用量超3000万吨。", ["可再生水利用量"]),
    "since when": ("今年以来组建产业基金6支。", ["组建产业基金"]),
    "a note behind the verb": ("一般公共预算收入8亿元，下降（同口径）4%。", ["一般公共预算收入"] * 2),
    "beyond what was planned": (
        "单位水耗下降9%，超额完成市考核目标1.5个百分点。",
        ["单位水耗", "单位水耗超额完成市考核目标"],
    ),
    "ahead of the calendar": (
        "工程完成率为70%，超过时序进度3个百分点。",
        ["工程完成率", "工程完成率超过时序进度"],
    ),
    "a verb of its own": ("改造梯田5万亩，补充林地600亩。", ["改造梯田", "补充林地"]),
    "an item with a deed of its own": (
        "改造旧厂房30处、沿街楼宇加装电梯50台。",
        ["改造旧厂房", "沿街楼宇加装电梯"],
    ),
    "among them": ("8个新入库企业中，5家企业已投产。", ["新入库企业", "企业已投产"]),
    "a Latin name in a list": (
        "东城、西城片区PM10浓度分别下降8%、7%。",
        ["东城PM10浓度", "西城片区PM10浓度"],
    ),
    "an age is a class": ("为70岁及以上老人上门问诊4万人次。", ["为70岁及以上老人上门问诊"]),
    "a verb that ends like a bound": ("物业服务新签约3万户。", ["物业服务新签约"]),
    "a noun that begins like a verb": ("有色冶炼行业利润突破20亿元。", ["有色冶炼行业利润"]),
    "against the years before": (
        "工业投资年均增长9%，比“十二五”期间增幅高2个百分点。",
        ["工业投资", "工业投资比“十二五”期间增幅高"],
    ),
    "one share of work for two deeds": (
        "新开工、新竣工农村住房分别为500套、300套。",
        ["新开工农村住房", "新竣工农村住房"],
    ),
    "another measure of what was named": ("食用菌产量达到3万吨，实现产值4亿元。", ["食用菌产量", "食用菌产值"]),
    "what holds throughout": ("公交准点率始终保持在95%以上。", ["公交准点率"]),
    "a person is no 人居环境": ("建成12个人才驿站、30个体育公园。", ["建成人才驿站", "建成体育公园"]),
    "a ratio that is held": ("城乡收入比控制在2.1以内。", ["城乡收入比"]),
    "the ground that a park takes": ("建设占地5万平方米的北山植物园。", ["北山植物园占地"]),
    "a vague second object": ("新建3公里绿道和一批驿站。", ["新建绿道"]),
    "sizes of what was brought in": (
        "引进项目50个，其中亿元以上项目12个、10亿元以上项目3个。",
        ["引进项目", "引进亿元以上项目", "引进10亿元以上项目"],
    ),
    "a total takes the stem": (
        "建筑业总产值与增加值分别增长到80亿元、20亿元。",
        ["建筑业总产值", "建筑业增加值"],
    ),
    "a verb with its object": ("新建果园2万亩，绿化造林7万亩。", ["新建果园", "绿化造林"]),
    "the money of a fund": ("新增引导基金4支，资金总规模达15亿元。", ["新增引导基金", "引导基金资金总规模"]),
    "put into the projects": ("实施水利工程20个，完成投资30亿元。", ["实施水利工程", "水利工程完成投资"]),
    "what a ranking is of": ("在全省营商环境评价中，我县位列第8位。", ["全省营商环境评价"]),
    "the whole prefecture": ("全州地区生产总值600亿元。", ["地区生产总值"]),
    "money brought together": ("统筹救灾资金6亿元。", ["统筹救灾资金"]),
    "what the counted things bring": ("300个新项目增加产值20亿元。", ["新项目", "新项目增加产值"]),
    "a second act": ("改革优化支出结构、清收各类资金5亿元。", ["清收各类资金"]),
    "the size of counted companies": ("20家工业企业营业收入超百亿元。", ["工业企业营业收入超百亿元"]),
    "the batch of one noun": ("推进首批12项及第二批14项重点改革。", ["推进首批重点改革", "第二批重点改革"]),
    "the people of the nation": ("凝聚14亿人民的智慧。", ["人民"]),
    "an average of what was named": (
        "地区生产总值3000亿元，增长7%，人均突破6万元。",
        ["地区生产总值", "地区生产总值", "人均地区生产总值"],
    ),
    "one class of what was counted": (
        "新增众创空间12家，其中国家级2家、省级4家。",
        ["新增众创空间", "新增国家级众创空间", "新增省级众创空间"],
    ),
    "a share of the plan": (
        "完成投资423亿元，占年度计划的108%。",
        ["完成投资", "完成投资占年度计划"],
    ),
    "shares of two plans": (
        "实际利用外资8亿美元、内资320亿元，分别完成年度目标的103%、112%。",
        ["实际利用外资", "实际利用内资", "实际利用外资完成年度目标", "实际利用内资完成年度目标"],
    ),
    "rates of dealing with papers": (
        "办理代表建议286件、政协提案412件，办复率100%，满意率98%。",
        ["办理代表建议", "办理政协提案", "政协提案办复率", "政协提案满意率"],
    ),
    "one line of the account after the other": (
        "工业企业营业收入3200亿元、利税260亿元。",
        ["工业企业营业收入", "工业企业利税"],
    ),
    "many names show how long one is": (
        "职工养老、医疗、失业、工伤、生育保险参保人数分别达到56万、62万、31万、35万和28万人。",
        [f"{kind}保险参保人数" for kind in ("职工养老", "医疗", "失业", "工伤", "生育")],
    ),
    "a measure that is a name by itself": (
        "社会消费品零售总额、进出口总额分别达到356亿元和120亿元。",
        ["社会消费品零售总额", "进出口总额"],
    ),
    "what each of several did": (
        "煤炭、电解铝分别淘汰落后产能1亿吨和20万吨。",
        ["煤炭淘汰落后产能", "电解铝淘汰落后产能"],
    ),
    "a distance is not what is ranked": (
        "规上工业增加值增长8%、高于全省1个百分点，居全省第4位，较上年前进3位。",
        ["规上工业增加值", "规上工业增加值高于全省", "规上工业增加值", "规上工业增加值"],
    ),
    "how many a day": ("新登记经营主体8.6万户，日均新增236户。", ["新登记经营主体", "日均新增经营主体"]),
    "per head through the list": (
        "每千人口拥有执业医师3.1人、注册护士3.6人。",
        ["每千人口拥有执业医师", "每千人口拥有注册护士"],
    ),
    "the rate of what was done": ("完成土地流转35万亩，流转率达42%。", ["完成土地流转", "土地流转率"]),
    "a deed behind the last of a list": (
        "完成20所中小学、15所幼儿园建设。",
        ["完成中小学建设", "完成幼儿园建设"],
    ),
    "since when it is so": ("外贸出口从7月份开始大幅度回升，全年达到1949亿美元。", ["外贸出口"]),
    "what is left out of account": (
        "城镇居民人均可支配收入，考虑价格下降因素比上年实际增长9.3%。",
        ["城镇居民人均可支配收入"],
    ),
    "the months say when": (
        "工业增加值增长5%，其中4月、5月增速分别为2%和3%。",
        ["工业增加值", "工业增加值", "工业增加值"],
    ),
    "a span of months says when": (
        "1—9月工业投资增长6%，前三季度税收增长4%。",
        ["工业投资", "税收"],
    ),
    "what is left out of a growth": (
        "生产总值剔除停产影响增长7%。",
        ["生产总值"],
    ),
    "both numbers that a change starts from": (
        "贫困人口由300户900人减至20户50人。",
        ["贫困人口", "贫困人口", "贫困人口", "贫困人口"],
    ),
    "balances share their owner": (
        "人民币存款、贷款余额分别增长8%和9%。",
        ["人民币存款余额", "人民币贷款余额"],
    ),
    "a bare measure of two words borrows too": (
        "工业企业利税总额、利润总额分别增长4%和5%。",
        ["工业企业利税总额", "工业企业利润总额"],
    ),
    "what two names say is said once": (
        "商品房销售面积、销售额分别增长9%和8%。",
        ["商品房销售面积", "商品房销售额"],
    ),
    "levels of government share what they have": (
        "省、市重点项目投资分别达到5亿元和8亿元。",
        ["省重点项目投资", "市重点项目投资"],
    ),
    "two directions of trade": (
        "出口、进口总值分别为9亿美元和6亿美元。",
        ["出口总值", "进口总值"],
    ),
    "a kind is shared with the measure": (
        "医药、电子信息产业总产值分别增长3%和4%。",
        ["医药产业总产值", "电子信息产业总产值"],
    ),
    "the sectors in one word": (
        "三大产业增加值分别增长3%、5%、7%。",
        ["第一产业增加值", "第二产业增加值", "第三产业增加值"],
    ),
    "two sectors with one noun": (
        "第二、三产业投资分别增长2%和3%。",
        ["第二产业投资", "第三产业投资"],
    ),
    "a part of the people": (
        "居民消费价格上涨1%。其中，城市、农村均上涨2%。",
        ["居民消费价格", "城市、农村居民消费价格"],
    ),
    "the clause before tells two": (
        "食品和居住价格涨幅较大，分别上涨2%和4%。",
        ["食品价格", "居住价格"],
    ),
    "a part keeps the measure": (
        "肉类总产量110吨，增长5%，其中猪肉增长6%。",
        ["肉类总产量", "肉类总产量", "猪肉总产量"],
    ),
    "a share is no owner": (
        "城市群生产总值占全省60%，对经济增长的贡献率为70%。",
        ["城市群生产总值占全省", "城市群生产总值对经济增长的贡献率"],
    ),
    "shares of a list": (
        "集成电路、手机产量分别占全国5%和6%。",
        ["集成电路产量占全国", "手机产量占全国"],
    ),
    "what it became": (
        "工业总量成为全区第四个突破千亿元的地区。",
        ["工业总量"],
    ),
    "a light verb before the measure": (
        "装备制造业实现产值30亿元。",
        ["装备制造业产值"],
    ),
    "the account of an enterprise": (
        "龙头企业26家，全年实现销售收入7亿元。",
        ["龙头企业", "龙头企业销售收入"],
    ),
    "the list that was entered": (
        "首次入选全省工业百强区，列第68位。",
        ["全省工业百强区"],
    ),
    "more than a task asks": (
        "实际利用外资8万美元，超任务数的40%。",
        ["实际利用外资", "实际利用外资超任务数的"],
    ),
    "an increase over last year is no comparison": (
        "产销率达到99%，比上年提高0.5个百分点。",
        ["产销率", "产销率"],
    ),
    "the rank among so many": (
        "综合排名从2015年25个城区的第22位，上升到2019年30个城区的第12位。",
        ["综合", "综合"],
    ),
    "how many are compared counts nothing": (
        "网站绩效评估位居15个同类城市第一。",
        ["网站绩效评估"],
    ),
    "one verb ranks a list": (
        "位居全国百强县投资潜力第3、绿色发展第5、科技创新第6。",
        ["全国百强县投资潜力", "绿色发展", "科技创新"],
    ),
    "a list of the strongest ranks by itself": (
        "荣登全国发展潜力百强县榜首。",
        ["全国发展潜力百强县"],
    ),
    "a total that passes a mark": (
        "新培育企业391户，经营主体突破21万户。",
        ["新培育企业", "经营主体"],
    ),
    "the totals behind a net rise": (
        "经营主体净增98万户、突破1900万户。",
        ["经营主体净增", "经营主体"],
    ),
    "a growth by its own base": (
        "地方一般公共预算收入3亿元，自然增幅2%，同口径完成4亿元，增幅6%。",
        ["地方一般公共预算收入", "地方一般公共预算收入", "地方一般公共预算收入", "地方一般公共预算收入"],
    ),
    "what was completed of an investment": (
        "固定资产投资年均增长9%，累计完成投资50亿元。",
        ["固定资产投资", "固定资产投资"],
    ),
    "the first to pass a mark": (
        "地区生产总值达到13万亿元，是全国首个突破13万亿元的省份。",
        ["地区生产总值", "地区生产总值"],
    ),
    "on top of earlier rises": (
        "煤炭产量在连续两年增产1亿吨的基础上，再增产500万吨。",
        ["煤炭产量", "煤炭产量", "煤炭产量"],
    ),
    "who leads the handling of papers": (
        "牵头办理市人大代表议案2件、建议24件。",
        ["办理市人大代表议案", "办理市人大代表建议"],
    ),
    "one rate against several": (
        "完成地区生产总值50亿元，增长6%，增速比全国、全市分别高0.5个、1.4个百分点。",
        ["完成地区生产总值", "完成地区生产总值", "地区生产总值增速比全国", "地区生产总值增速比全市"],
    ),
    "the next multiple of the same": (
        "研发强度达到4%，为全市平均水平的2倍、全国平均水平的1.7倍。",
        ["研发强度", "研发强度", "研发强度"],
    ),
    "insurances share their name": (
        "基本养老、工伤、失业保险参保人数分别为35万人、27万人、20万人。",
        ["基本养老保险参保人数", "工伤保险参保人数", "失业保险参保人数"],
    ),
    "beds have their house": (
        "全市共有养老服务机构40家、床位1200张。",
        ["养老服务机构", "养老服务机构床位"],
    ),
    "three numbers in one phrase": (
        "10个部门挂包11个行政村、79名干部帮扶83户贫困户。",
        ["部门挂包行政村", "行政村", "干部帮扶贫困户", "干部帮扶贫困户"],
    ),
    "a bare word of bound": (
        "开工建设9个铁路项目，总里程过1000公里。",
        ["开工建设铁路项目", "铁路项目总里程"],
    ),
    "shares as fractions": (
        "工业增加值占全国比重由2010年的1/9提高至1/8。",
        ["工业增加值占全国比重", "工业增加值占全国比重"],
    ),
    "a mark of money without its unit": (
        "辖内财政收入迈过千亿大关，达1330亿元。",
        ["辖内财政收入", "辖内财政收入"],
    ),
    "the owner in the clause before": (
        "工业总产值80亿元；税收6亿元，第三产业加快发展，对经济增长的贡献率提高4个百分点。",
        ["工业总产值", "税收", "第三产业对经济增长的贡献率"],
    ),
    "the rate of the amount and not of its share": (
        "生产总值达到85亿元，占全省比重提高到26%，增速达16%。",
        ["生产总值", "生产总值占全省比重", "生产总值"],
    ),
    "steps are no subject": (
        "地区生产总值达到87亿元，五年跨越3个十亿级台阶，年均增速达到8%。",
        ["地区生产总值", "跨越十亿级台阶", "地区生产总值"],
    ),
    "an industry that two names share": (
        "汽车、电子信息产业分别增长4%和5%。",
        ["汽车产业", "电子信息产业"],
    ),
    "a sector in the gross product": (
        "生产总值30亿元，增长4%，其中一产增长3%。",
        ["生产总值", "生产总值", "一产增加值"],
    ),
    "the worth of what was grown": (
        "茶叶产量2万吨，综合产值70亿元。",
        ["茶叶产量", "茶叶综合产值"],
    ),
    "the same in another currency": (
        "人均生产总值9万元，约合1.5万美元。",
        ["人均生产总值", "人均生产总值"],
    ),
    "beyond the growth of the city": (
        "生产总值增长5%，超过全市增速0.4个百分点。",
        ["生产总值", "生产总值超过全市增速"],
    ),
    "a rank from and to": (
        "城市竞争力从2012年的第3位上升到第1位。",
        ["城市竞争力", "城市竞争力"],
    ),
    "an intransitive deed in a list": (
        "完成森林抚育2万亩、绿化造林6千亩。",
        ["完成森林抚育", "绿化造林"],
    ),
    "deeds of the police": (
        "查处涉林案件77件，刑事立案14件，刑拘18人。",
        ["查处涉林案件", "刑事立案", "刑拘"],
    ),
    "two works with two sums": (
        "投资800万元的7条通乡油路和投资180万元的2座跨河大桥全部完工。",
        ["通乡油路投资", "通乡油路", "跨河大桥投资", "跨河大桥全部完工"],
    ),
    "the other balance of the banks": (
        "金融机构年末存款余额90亿元、贷款余额60亿元。",
        ["金融机构年末存款余额", "金融机构年末贷款余额"],
    ),
    "the same by the exchange rate": (
        "人均生产总值达1.4万元，按年末汇率折算达1800美元。",
        ["人均生产总值", "人均生产总值"],
    ),
    "a rate behind a share": (
        "园区销售收入17亿元，占全市总额的60%，比全市平均增幅高8个百分点。",
        ["园区销售收入", "园区销售收入占全市总额", "园区销售收入比全市平均增幅高"],
    ),
    "among the counties": (
        "经济总量在全市各县区中率先突破500亿元。",
        ["经济总量"],
    ),
    "by whose accounts": (
        "地区生产总值按新口径核算预计完成472亿元。",
        ["地区生产总值"],
    ),
    "another deed to the same": (
        "新建美丽乡村170个、提升200个。",
        ["新建美丽乡村", "提升美丽乡村"],
    ),
    "a power of ten that is held": (
        "粮食总产连续9年稳定在千亿斤以上。",
        ["粮食总产", "粮食总产"],
    ),
    "the sums of projects one after the other": (
        "重点项目共53项，总投资294亿元，年度计划投资56亿元，累计完成投资36亿元，占年计划投资的64%。",
        ["重点项目", "重点项目总投资", "重点项目年度计划投资", "重点项目完成投资", "重点项目完成投资占年计划投资"],
    ),
    "projects that say nothing alone": (
        "新开工项目15项，总投资50亿元。",
        ["新开工项目", "新开工项目总投资"],
    ),
    "things that are improved": (
        "托养机构规范化提升74家。",
        ["托养机构规范化提升"],
    ),
    "where a rate ranks before the verb": (
        "地区生产总值增长8%，增幅全省排第7位。",
        ["地区生产总值", "地区生产总值增幅"],
    ),
    "a rate after an index that stood still": (
        "登记失业率3%，居民消费价格指数同比持平，涨幅收窄3.7个百分点。",
        ["登记失业率", "居民消费价格指数涨幅"],
    ),
    "what the last count did the first did too": (
        "104个村、8800人脱贫出列。",
        ["村脱贫出列", "脱贫出列"],
    ),
    "towns are no homes": (
        "新建3家乡镇孝老食堂。",
        ["新建乡镇孝老食堂"],
    ),
    "a threshold behind a bare verb": (
        "纳税过5000万元企业达到10家以上。",
        ["纳税过5000万元企业"],
    ),
    "the work that the clause before takes up": (
        "实施中小学“示范食堂”建设行动，今年完成1000家。",
        ["中小学“示范食堂”建设"],
    ),
    "a clause that only names a thing": (
        "西湾片区，占地14平方公里。",
        ["西湾片区占地"],
    ),
    "a verb that holds a joint": (
        "涉及居民20户、70人的搬迁工作完成。",
        ["涉及居民", "涉及居民"],
    ),
    "one house for several things": (
        "东海机场旅客和货邮吞吐量分别达到9万人次、4万吨。",
        ["东海机场旅客吞吐量", "东海机场货邮吞吐量"],
    ),
    "capacity gives way to output": (
        "煤炭先进产能占比提升至80%，产量达到13亿吨。",
        ["煤炭先进产能占比", "煤炭产量"],
    ),
    "among which provinces": (
        "土地总面积11万平方公里，在全国各省、市、自治区中名列第三位。",
        ["土地总面积", "土地总面积"],
    ),
    "a note in the name": (
        "预计（下同）全县生产总值340亿元，比2012年（下同）增长47%。",
        ["生产总值", "生产总值"],
    ),
    "two names that were told one after the other": (
        "游客接待量由7万人次提高到14万人次，旅游总收入由5亿元提高到10亿元，年均分别增长9%、8%。",
        ["游客接待量", "游客接待量", "旅游总收入", "旅游总收入", "游客接待量", "旅游总收入"],
    ),
    "what was brought in has examples": (
        "引进了甲乙多功能手套加工、丙丁绞股蓝开发等招商项目33个。",
        ["引进招商项目"],
    ),
    "the first count has a deed of its own": (
        "10个村出列、9400人脱贫。",
        ["村出列", "脱贫"],
    ),
    "deeds that are done to people": (
        "整改问题30个，查处27人。",
        ["整改问题", "查处"],
    ),
    "a light verb takes over none": (
        "接待游客30万人次、实现旅游收入40亿元。",
        ["接待游客", "旅游收入"],
    ),
    "what is earned a head": (
        "支持贫困户400户，贫困户人均增收1400元。",
        ["支持贫困户", "贫困户人均增收"],
    ),
    "town and country in two words": (
        "城、乡居民人均可支配收入分别为2万元、1万元。",
        ["城镇居民人均可支配收入", "农村居民人均可支配收入"],
    ),
    "the dead of an accident": (
        "发生安全事故3起，死亡4人。",
        ["安全事故", "安全事故死亡"],
    ),
    "a term of years that is changed": (
        "省级补助年限由5年调整为9年。",
        ["省级补助年限", "省级补助年限"],
    ),
    "beyond what the state set": (
        "粮食产量15亿斤，超国家下达任务2亿斤。",
        ["粮食产量", "粮食产量超国家下达任务"],
    ),
    "what is striven for takes over no verb": (
        "压减地下水开采量1亿立方米，力争生态补水2亿立方米。",
        ["压减地下水开采量", "生态补水"],
    ),
    "ten years": (
        "国内生产总值增加到121万亿元，十年增加近70万亿元。",
        ["国内生产总值", "国内生产总值"],
    ),
    "a verb that belongs to the noun": (
        "研发经费支出4600亿元、占地区生产总值比重达3%。",
        ["研发经费支出", "研发经费支出占地区生产总值比重"],
    ),
    "ranks of an attribute of each": (
        "培育独角兽企业12家、瞪羚企业85家，总量分别居西部第2位、第1位。",
        ["培育独角兽企业", "培育瞪羚企业", "独角兽企业总量", "瞪羚企业总量"],
    ),
    "what the last of several counts did": (
        "16所高校、48个学科入选建设名单。",
        ["高校入选建设名单", "学科入选建设名单"],
    ),
    "who gives the money": (
        "国家安排资金改造和新建18所乡镇卫生院、7所县医院。",
        ["改造和新建乡镇卫生院", "改造和新建县医院"],
    ),
    "two kinds of schools in one word": (
        "中、高等职业教育在校生分别达到2000人和800人。",
        ["中等职业教育在校生", "高等职业教育在校生"],
    ),
    "the insured of the system before": (
        "职工基本养老保险制度不断完善，参保人数突破2亿人。",
        ["职工基本养老保险制度参保人数"],
    ),
    "a system that was spread": (
        "农村合作医疗制度不断完善，已扩大到全国86%的县。",
        ["农村合作医疗制度扩大到全国县"],
    ),
    "years inside a name": (
        "中央财政五年支出55亿元。",
        ["中央财政支出"],
    ),
    "what is driven by something": (
        "以旧换新带动限上新能源汽车、节能家电零售额分别增长21%、39%。",
        ["限上新能源汽车零售额", "节能家电零售额"],
    ),
    "the sentence before announces it": (
        "经营主体稳中培优。总量达140万户，新登记14万户。",
        ["经营主体总量", "新登记经营主体"],
    ),
    "under construction": (
        "建成过江通道4座、在建8座。",
        ["建成过江通道", "在建过江通道"],
    ),
    "a sum without its unit": (
        "海洋生产总值突破万亿，增长5%。",
        ["海洋生产总值", "海洋生产总值"],
    ),
    "compound of ordinals": (
        "一、二、三产业分别增长4.1%、9.2%和10.3%。",
        ["第一产业", "第二产业", "第三产业"],
    ),
    "compound of ordinals with \u7b2c": (
        "第一、二、三产业分别增长4.1%、9.2%和10.3%。",
        ["第一产业", "第二产业", "第三产业"],
    ),
    "net rise after a total": (
        "地区生产总值达到820亿元，净增60亿元。",
        ["地区生产总值", "地区生产总值"],
    ),
    "held meetings": (
        "五年举办四届论坛。",
        ["举办论坛"],
    ),
    "years in digits before": (
        "5年内二产比重上升3个百分点。",
        ["二产比重"],
    ),
    "place in a table of all": (
        "外贸进出口总额480亿元，在全省的位次提升1位。",
        ["外贸进出口总额", "外贸进出口在全省的位次"],
    ),
    "passed in turn": (
        "地区生产总值先后跨上2万亿、逼近3万亿，年均增长10.7%。",
        ["地区生产总值", "地区生产总值", "地区生产总值"],
    ),
    "rank among the counties": (
        "实有市场主体增至710万户，列各省市第二位。",
        ["实有市场主体", "实有市场主体"],
    ),
    "rank among six counties": (
        "税收占比71.6%，居全市6县市第1位。",
        ["税收占比", "税收占比"],
    ),
    "several trades share a rate of change": (
        "钢铁、水泥、化工三个行业投资增幅分别回落5个、8个和10个百分点。",
        ["钢铁投资增幅", "水泥投资增幅", "化工投资增幅"],
    ),
    "a list of measures stands a clause before its rates": (
        "工业、农业、服务业投资，增幅分别为3%、4%和5%。",
        ["工业投资", "农业投资", "服务业投资"],
    ),
    "what went before has its rates ranked": (
        "地区生产总值、规上工业增加值增长8%、9%，增幅分别居全市第1、第3位。",
        ["地区生产总值", "规上工业增加值", "地区生产总值增幅", "规上工业增加值增幅"],
    ),
    "a rate ends the last of two ranked names": (
        "财政收入、税收增速分别居全市第1、第3位。",
        ["财政收入增速", "税收增速"],
    ),
    "two attributes of one thing are ranked": (
        "地区生产总值4000亿元，总量和增速分别居全省第3位、第5位。",
        ["地区生产总值", "地区生产总值总量", "地区生产总值增速"],
    ),
    "where a place stands in a list of ranks": (
        "生产总值在全省的位次由第8位上升到第6位。",
        ["生产总值在全省的位次", "生产总值在全省的位次"],
    ),
    "counted things have a measure completed": (
        "8个产业园区累计建成面积60平方公里。",
        ["产业园区", "产业园区累计建成面积"],
    ),
    "of which without its measure has that of the whole": (
        "主导产业完成产值620亿元，其中装备制造业完成260亿元，增长18%。",
        ["主导产业产值", "装备制造业产值", "装备制造业产值"],
    ),
    "what passed a sum is a class of what was counted": (
        "培育市级龙头企业120家，其中年销售收入超10亿元的8家。",
        ["培育市级龙头企业", "年销售收入超10亿元的市级龙头企业"],
    ),
    "a part that the clause before turns to": (
        "全市公路通车里程达1.1万公里，其中高速公路从无到有，达到210公里。",
        ["公路通车里程", "高速公路"],
    ),
    "who moves in is no further thing built": (
        "建成标准化厂房30万平方米，入驻企业85户，投产62户。",
        ["建成标准化厂房", "入驻企业", "投产企业"],
    ),
    "we open no name": ("我们全年新增减税降费12亿元。", ["新增减税降费"]),
    "an account goes on behind a semicolon": (
        "规模以上工业增加值完成55亿元，增长19%；实现利润13亿元。",
        ["规模以上工业增加值", "规模以上工业增加值", "规模以上工业利润"],
    ),
    "each has its share of another": (
        "销售收入、利税分别占规模以上工业的43%和42%。",
        ["销售收入占规模以上工业", "利税占规模以上工业"],
    ),
    "lines of an account have one owner": (
        "规模以上工业实现销售收入、利税、利润分别增长14%、15%和19%。",
        ["规模以上工业实现销售收入", "规模以上工业实现利税", "规模以上工业实现利润"],
    ),
    "how work goes is no part of a name": (
        "66个重点项目进展顺利，共完成投资56亿元。",
        ["重点项目", "重点项目完成投资"],
    ),
    "growth at constant prices is of what went before": (
        "实现地区生产总值66亿元，可比价增长15%。",
        ["地区生产总值", "地区生产总值"],
    ),
    "industry owns its profit up to the full stop": (
        "规模工业增加值增长20%，产品销售率98%；实现利润5亿元。",
        ["规模工业增加值", "规模工业产品销售率", "规模工业利润"],
    ),
    "taxes are no line of industry as a whole": ("规上工业增加值增长5%，税收增长4%。", ["规上工业增加值", "税收"]),
    "a sum right before a project is its investment": ("投资5亿元东山颜料项目落户工业园区。", ["东山颜料项目投资"]),
    "use is no light verb": ("累计使用应急周转基金3亿元。", ["使用应急周转基金"]),
    "what grew to a number keeps its name": ("金融机构发展至20家。", ["金融机构"]),
    "an attribute is not said twice": (
        "其中：出口增长12%，总量连续9年居城市首位。",
        ["出口", "出口总量居城市首位", "出口总量"],
    ),
    "who was named for it is a deed of its own": ("设置岗亭60处，明确站长50人。", ["设置岗亭", "明确站长"]),
    "a count behind a measure has its own noun": (
        "新增铁路里程80公里和5条500千伏输电通道。",
        ["新增铁路里程", "新增500千伏输电通道"],
    ),
    "a count behind a count has its own noun": ("新建学校5所和3个公园。", ["新建学校", "新建公园"]),
    "measures of degree stand alone": (
        "植被覆盖度和森林覆盖率分别提高3.1个和2.2个百分点。",
        ["植被覆盖度", "森林覆盖率"],
    ),
    "an account is that of the clause before": (
        "装备制造等五大支柱产业不断做大做强，预计完成增加值9亿元。",
        ["装备制造等五大支柱产业增加值"],
    ),
    "a share has its owner in the clause before": (
        "新兴产业快速发展，产值已占规模以上工业的11%。",
        ["新兴产业产值已占规模以上工业"],
    ),
    "how growth stands is no part of an owner": ("第二产业增势强劲，增加值达到948亿元。", ["第二产业增加值"]),
    "livelihood projects are counted in characters": ("五项实事工程基本完成。", ["实事工程基本完成"]),
    "sales stand among the measures of firms": (
        "规模以上企业产值、销售、利润达到17亿元、16亿元和1亿元。",
        ["规模以上企业产值", "规模以上企业销售", "规模以上企业利润"],
    ),
    "what is sold is not built": (
        "三年内新建住宅70万平方米，商铺销售90万平方米，旧房交易80万平方米。",
        ["新建住宅", "商铺销售", "旧房交易"],
    ),
    "since when it holds opens no name": ("自2012年起海湾景区年接待游客量均超过百万人次。", ["海湾景区年接待游客量"]),
    "what kind of level it is names nothing": ("失业率稳定在4%左右的较低水平。", ["失业率"]),
    "a rate is arranged at a number": (
        "赤字率拟按3%安排，比去年预算高0.3个百分点。",
        ["赤字率", "赤字率比去年预算高"],
    ),
    "a rate in force falls to another": (
        "将餐饮、住宿等行业现行8%的税率降至6%。",
        ["餐饮、住宿等行业现行税率", "餐饮、住宿等行业现行税率"],
    ),
    "a count ends before the measure of what is counted": (
        "75家农业龙头企业年销售收入18亿元，增长10%。",
        ["农业龙头企业", "农业龙头企业年销售收入", "农业龙头企业年销售收入"],
    ),
    "several years open no name": ("2011年、2012年连续两年跻身全国绿色发展百强县。", ["跻身全国绿色发展百强县"]),
    "one kind of resident stands for another": (
        "城镇居民恩格尔系数由38%下降到34%，农村居民由45%下降到40%。",
        ["城镇居民恩格尔系数", "城镇居民恩格尔系数", "农村居民恩格尔系数", "农村居民恩格尔系数"],
    ),
    "a further size that was passed": (
        "规模以上工业企业达680家，其中产值过亿元的85家，过10亿元的6家。",
        ["规模以上工业企业", "产值过亿元的规模以上工业企业", "过10亿元的规模以上工业企业"],
    ),
    "a share of the year has its owner": (
        "空气质量二级以上天数达到320天，占全年的87%。",
        ["空气质量二级以上天数", "空气质量二级以上天数占全年"],
    ),
    "nobody receives an income as a guest": ("接待游客980万人次、旅游总收入62亿元。", ["接待游客", "旅游总收入"]),
    "a density is per area": ("公路密度达到每百平方公里68公里。", ["公路密度"]),
    "a wage starts from so much a month": ("最低工资标准由每月480元提高到620元。", ["最低工资标准", "最低工资标准"]),
    "per so many people holds for the list": (
        "每千人口医师数3.4人、护士数4.1人。",
        ["每千人口医师数", "每千人口护士数"],
    ),
    "an amount goes back to the last in its unit": (
        "粮食总产量78亿斤，单产提高1%，稳定在75亿斤以上。",
        ["粮食总产量", "粮食总单产", "粮食总产量"],
    ),
    "classes by size share the noun behind the last": (
        "形成4个产值超百亿元、3个产值50亿元的产业集群。",
        ["形成产值超百亿元的产业集群", "形成产值50亿元的产业集群"],
    ),
    "how long something took is stated of it": (
        "用20天修通山路，历时3个月建成大桥。",
        ["修通山路", "建成大桥"],
    ),
    "among how many cities it was judged counts nothing": ("垃圾分类在全国40个大中城市考核中名列第一。", ["垃圾分类"]),
    "a note in the first name ends no clause": (
        "生产总值（预计，下同）、财政总收入年均分别增长14%、22%。",
        ["生产总值", "财政总收入"],
    ),
    "what became of a few opens its clause": ("两个项目获批，三家企业上市。", ["项目获批", "企业上市"]),
    "tax revenue is a name by itself": ("地方级财政收入、税收收入分别增长2%、3%。", ["地方级财政收入", "税收收入"]),
    "sales have the owner of the output": ("红旗汽车产量10万辆、销量9万辆。", ["红旗汽车产量", "红旗汽车销量"]),
    "a rate that turned is what grows next": (
        "规模以上工业增加值增速由负转正，增长3%以上。",
        ["规模以上工业增加值增速"],
    ),
    "a further part keeps the measure of the whole": (
        "规上服务业营业收入增长12%，其中信息传输业增长25%、商务服务业增长18%。",
        ["规上服务业营业收入", "信息传输业营业收入", "商务服务业营业收入"],
    ),
    "what money is for stands in the clause behind it": (
        "市财政安排3亿元，支持中小企业技术改造。",
        ["市财政安排支持中小企业技术改造"],
    ),
    "a clause that says how a quantity moved names it": (
        "单位生产总值能耗下降，五年累计降低19%。",
        ["单位生产总值能耗"],
    ),
    "per head is said of what went on before": (
        "企业退休人员基本养老金连续5年增加，人均每月提高110元。",
        ["企业退休人员基本养老金增加", "人均企业退休人员基本养老金"],
    ),
    "symbols share what stands behind the last": (
        "PM10、PM2.5平均浓度分别为55微克/立方米、30微克/立方米。",
        ["PM10平均浓度", "PM2.5平均浓度"],
    ),
    "each is compared with one average": (
        "科技贷款余额、绿色贷款余额分别增长22%和35%，高于各项贷款平均增速10.1和23.1个百分点。",
        ["科技贷款余额", "绿色贷款余额", "科技贷款余额高于各项贷款平均增速", "绿色贷款余额高于各项贷款平均增速"],
    ),
    "sections of a river are counted before their rate": (
        "17个国考断面水质达标率100%。",
        ["国考断面", "国考断面水质达标率"],
    ),
    "how far a plan was passed": (
        "全省生产总值增加到5000亿元，比“十五”计划目标4200亿元超过800亿元。",
        ["生产总值", "生产总值", "生产总值高于计划目标"],
    ),
    "a contest among cities is what ranks": (
        "税收增长12%；我市在全国智慧百强城市评价中列第九名。",
        ["税收", "全国智慧百强城市评价"],
    ),
    "a share alone has its owner": ("优质水稻发展到200万亩，占60%。", ["优质水稻", "优质水稻占"]),
    "among how many counties it ranks": ("综合指数在全市6县市中居第2位。", ["综合指数"]),
    "how long a span was and became": ("审批周期从18个月减少到9个月。", ["审批周期", "审批周期"]),
    "a generation of mobile nets is no weight": ("培育5g重点项目13个。", ["培育5g重点项目"]),
    "among counties and cities it ranks": (
        "地区生产总值达到300亿元，总量在全省80个县（市）中继续排名第三。",
        ["地区生产总值", "地区生产总值总量"],
    ),
    "a verb alone is done to the work of the clause before": (
        "加快旧村改造，新开工3万套，建成2万套。",
        ["新开工旧村改造", "建成旧村改造"],
    ),
    "what came of it is no part of a count": ("推进十件民生实事成效显著。", ["推进民生实事"]),
}


@pytest.mark.parametrize(("text", "names"), RULES.values(), ids=RULES)
def test_what_is_measured(text: str, names: list[str]) -> None:
    assert [name for _, name in named(text)] == names


@pytest.mark.parametrize("kind", ["review", "plan_year"])
def test_a_name_does_not_depend_on_the_section(kind: SectionKind) -> None:
    assert named("新增学位4.8万个。", kind) == [("4.8万个", "新增学位")]


def test_a_list_of_three_shares_the_unit_of_its_last() -> None:
    found = figures_of("自来水普及率、污水治理率、垃圾处理率分别提高9.5、13和21个百分点。")
    assert [(one.indicator, str(one.value), one.unit, one.aspect) for one in found] == [
        ("自来水普及率", "9.5", "百分点", "change"),
        ("污水治理率", "13", "百分点", "change"),
        ("垃圾处理率", "21", "百分点", "change"),
    ]


def test_another_unit_in_brackets_belongs_to_the_unit() -> None:
    (one,) = figures_of("改造2.5万套（间）城市危旧房。")
    assert (one.indicator, one.quote, one.unit) == ("改造城市危旧房", "2.5万套（间）", "套（间）")


def test_a_threshold_that_was_passed_is_no_part_of_the_name() -> None:
    (one,) = figures_of("经济总量跨过两个万亿元大关，年均增速5.7%。")
    assert one.indicator == "经济总量"


def test_the_size_of_a_class_belongs_to_what_is_counted() -> None:
    (one,) = figures_of("年产值超5亿元的骨干企业达60家以上。")
    assert (one.quote, str(one.value)) == ("60家", "60")
