-- Head counts of events: `시민 등 300여명이 참석했다`, `관람객 1만명이 몰렸다`, `3천여명이 모인 집회`.
-- A count is attendance when the words around it say that these people were at an event; people who are victims,
-- employees, users, members or applicants are counted by the same numerals and must stay out.
local re <const> = require "re"
local numbers <const> = require "ko.numbers"
local quotations <const> = require "quotations"

local counter <const> = [[\s?여?\s?(?:명(?![가-힣]{0,2}당)|인(?=[이의을은도]\s|\s(?:참|등))|분(?=[이들]{1,2}\s(?:참|함|자|오|모|찾)))]]
-- A head count: `1000여명`, `1천200여 명`, `8만5천 명`, `150여 분`; `4인`, but not `4인조`, `4인 가구`.
local head <const> = re.compile(numbers.pattern .. counter)
-- `천여 명이`, without a digit: begins like too many words to look for it everywhere.
local rounded <const> = re.compile("(?:" .. numbers.pattern .. [[|(?<![가-힣\d,.])(?:[백천만]|[십백천]만)(?=여\s?명))]] .. counter)
local ROUND <const> = { "백여", "천여", "만여" }
local numeral <const> = re.compile(numbers.pattern .. "|^[십백천만]+")

-- What may stand between the count and its particle: `300명 이상이`, `50명 가까이`, `100명이 넘는 시민이`, `70여명에 달하는`.
local size <const> = [[(?:\([^()\d]{1,20}\))?+(?:\s?(?:이상|가까이|가까운|가량|정도|안팎|남짓|전원|규모|넘게|대)|이\s넘는|에\s(?:달하|이르|육박하)는)*+]]

-- Two estimates of one crowd: `경찰 추산 3천명, 주최 측 추산 1만명이`, `2만여 명(경찰 추산 8천명)이`, and from inside the brackets.
local other <const> = [[(?:\)|(?:,\s|\s?\()(?:주최|경찰|집회)[^,.()\d]{0,16}\s]] .. numbers.pattern .. [[여?\s?명\)?)?+]]

-- The words on the way to the predicate: no other number, no quote (but a name in single marks: `300명이 ‘2025 빛 축제’에`), no comma, and no predicate that closes the clause first
-- (`5명이 숨졌고 시민들이 모였다`).
local way <const> = [[(?:(?!했고|했으며|했지만|됐고|했는데|에게|에서는)(?:[^\d.,"“”'‘’\n]|['‘][^'’"“”\n]{1,40}['’])){0,45}?]]

local presence <const> = [[(?:참석|자리(?:를|에)?\s?(?:함께|했|하여|하고|하며|한\s|해\s|모|메|빛|지켰|메)|(?:[가-힣]+(?:을|를)\s)?(?:가득|꽉)\s?(?:채|메)(?:웠|운|우며|우고|워)|한자리에|함께\s?(?:했|한\s|하며|해\s|참여|하는\s가운데|걸었|걸으며|뛰었|달렸|즐겼|외쳤)|배석|운집|참관|모였|모인|모여\s|모여들|몰렸|몰린|몰리[며고]|몰려(?!든다|듭니다)|행진했|행진하|행진을|결집(?:했|하기도|한\s|해\s)|(?:열광|환호)했)]]

-- Behind the count: `… 등 300여명이 참석했다`, `100여 명의 시민이 모여`, `1000여명의 관람객들이 몰렸다`.
local attending <const> = re.compile("^" .. other .. size .. [[(?:이|은|는|도|의|가)?\s]] .. way .. presence)

-- Takes part in (참여, 참가), visits (찾다, 방문): only where the sentence names an event as well.
local joining <const> = re.compile("^" .. other .. size .. [[(?:이|은|는|도|의|가)?\s]] .. way
  .. [[(?:참여(?!율)|참가|찾았|찾은|찾아|방문|다녀갔|다녀가|동참|관람했|관람하|찾을\s(?:정도|만큼)|입장했|출전했|출전해|초청해|초청한|초청하|초청된|초청됐)]])

-- A rally is named by what its people do: `조합원 300여명이 집회를 열었다`, `50여 명은 삼보일배를 하며 행진했다`.
local rallying <const> = re.compile("^" .. size .. [[(?:이|은|는|도|의|가)\s]] .. [[(?:"[^"\n]*+"|“[^”\n]*+”|[^"“”\n]){0,90}?]]
  .. [[(?:집회|시위|농성|결의대회|기자회견|추모제|문화제|궐기대회|행진|삼보일배|오체투지|봉사활동|정화\s?활동|묵념|헌화|분향|구호|촛불|피켓)(?:를|을|로)?\s?[^."“”\n]{0,20}?(?:했|외쳤|외치|들었|들고|펼쳤|펼치|하며|열|벌|벌였|가졌|나아|나섰|이어갔|진행|함께)]])

-- `지역 아동 400여 명을 초청해 음악회를 열었다`, `학생 100여명을 대상으로 특강을 진행했다`
local inviting <const> = re.compile("^" .. size .. [[을\s]] .. way .. [[(?:초청(?:해|하여|한\s가운데)|대상으로)[^."“”\n]{0,60}?(?:열었|열고|개최했|개최하|진행했|진행하|가졌|갖고|마련했|실시했|펼쳤)]])

-- `축제가 4일간 32만명이 넘는 관광객을 끌어모으며`
local drawing <const> = re.compile("^" .. size .. [[(?:의|이)?\s(?:[가-힣]{1,8}\s){0,2}(?:관광객|관람객|방문객|관객|관중|인파|시민|팬)들?[을를]\s(?:[가-힣]+\s)?(?:끌어\s?모[으았]|불러\s?모[으았]|모았|모으며|맞이했|맞았|동원했|동원하며)]])
local show <const> = re.compile [[(?:영화|개봉|상영|드라마|박물관|미술관|극장|누적|연간|올해\s총)]]

-- What an event is like: `10만명의 인파가 모이는 보신각 행사`, `3만여명이 참가하는 종합체육대회`
local drawn <const> = re.compile("^" .. size .. [[(?:이|은|는|의|가)?\s]] .. way
  .. [[(?:모이는|몰리는|운집하는|참가하는|참여하는)\s[^.,"“”]{0,24}?(?:행사|축제|대회|페스티벌|박람회|콘서트|집회|타종식)(?!\s?(?:취소|연기)|를\s(?:열\s|연다|개최한다|진행한다)|을\s연다)]])

-- Before the count: `참석자 100여명`, `행사에 참석한 시민 100여 명은`, `참석 인원은 150명`, `광장에 모인 3만명의`.
local attended <const> = re.compile [[(?:(?:참석자|참가자|참관객|참석\s?인원|참가\s?인원)(?:은|는|이|가|들은|들)?|(?:참석한|모인|모여든|몰린|몰려든|운집한|함께한|자리한|집결한)\s(?:[가-힣·]{1,10}\s){0,2}(?:등\s)?)\s?(?:총|모두|약|무려|전체)?\s?$]]

-- An event that people go to. `이날`, `이번` and `열린` tell one event from a programme that ran all year.
local event <const> = re.compile [[(?:이날|전날|지난\s?\d+일|열린|열렸|열었|열어|개최|진행된|현장|행사장|당일|일간|(?:이번|해당|이|^)\s?(?:행사|대회|축제|프로그램|교육|캠프|캠페인|훈련|연수)|(?:행사|축제|대회|회의|식|집회|박람회|엑스포|포럼|세미나|콘서트|음악회|공연|캠프|설명회|토론회|간담회)에(?:[는도]|\s)|(?:축제|박람회|엑스포)[는가])]]
local occasion <const> = re.compile [[(?:행사|축제|대회|박람회|전시회|사진전|포럼|세미나|토론회|공청회|설명회|발표회|콘서트|음악회|전시|공연|시상식|기념식|착공식|준공식|개막식|개소식|협약식|전달식|간담회|회의|총회|집회|시위|추모식|추도식|기자회견|콘퍼런스|컨퍼런스|심포지엄|캠프|연수|훈련|점검|봉사|체험|상영회|팬미팅|[가-힣]{1,4}식(?=[에은을이의\s])|(?:감사|예술|추모|문화|영화|음악|연극)제|[가-힣]{2,4}전(?=에)|청문회|엑스포|마라톤|경기|프로그램|교육|강좌|강의|강연|특강|캠페인)]]

-- Not yet, not there, not an event: `참석할 예정`, `22만명 운집 예상`, `온라인으로 2000여명이`, `설문조사에 8369명이 참여`.
local unreal <const> = re.compile [[^[^."“”\n]{0,45}?(?:예정|(?:예상|전망)(?![,·\s])|추산될|추산된|계획(?![,·\s])|것으로\s보|신고했|신고한|참석한다|참석합니다|참여한다|참여합니다|참가한다|함께한다|의사를|하지\s않|못했|못한|불참|돼야|참석할|참여할|참가할|찾을\s(?!정도|만큼)|방문할(?!\s정도|\s만큼)|모일\s(?!정도|만큼)|몰릴(?!\s정도|\s만큼))]]
local remote <const> = re.compile [[(?:온라인|화상|비대면|생중계|웨비나|유튜브)[^.,]{0,25}$]]
local polling <const> = re.compile [[(?:설문|투표|조사|여론|공모|청약|서명|청원|소송|모집|펀드|누적|연간|매년|해마다|하루\s?평균|지금까지|현재까지|사업|서포터즈|기수|개장\s?이후|개장\s?이래|오픈\s?이후|출범\s?이후|시작한?\s(?:이후|이래)|선거인단|인구)]]
-- What happens every year is no event of its own: `해마다 100만 명 이상이 모여`.
local habit <const> = re.compile [[(?:해마다|매년|매월|매주|매일|연간|연평균|하루\s?평균|누적)[^.,]{0,20}$]]
-- A part of a whole is no head count of its own: `위원 33명을 포함해 약 60명이`, `8명 중 6명`, `10명 가운데`.
local part <const> = re.compile [[^\s?(?:중\s|가운데|을\s(?:포함|비롯|제외)|를\s(?:포함|비롯)|꼴|당\s|씩)]]
local share <const> = re.compile [[명\s(?:중|가운데)\s?(?:에서\s)?(?:약\s)?$]]

-- `6개 기관 20여 명이 참여해 안전 점검을 실시했다`: what they did there tells the event.
local done <const> = re.compile("^" .. size .. [[(?:이|은|는|도)\s(?:참여|참가|동참)해\s[^.,"“”\n]{0,30}?(?:점검|훈련|행사|캠페인|봉사|정화|활동)[을를]\s(?:실시했|진행했|펼쳤|벌였|열었|개최했|했다)]])

-- `의원 298명 중 175명이 참석해`: the part of a body that came, not of those asked (`10명 중 7명이 참석했다고 답했다`).
local quorum <const> = re.compile [[^이\s참석(?:했다(?!고\s(?:답|응답))|해\s|한\s)]]

-- Why a count is attendance, or nil.
local function reason(sentence, count, quoted)
  local behind = sentence:from(count)
  if part:test(behind) or unreal:test(behind) then return nil end
  local ahead = sentence:upto(count)
  local near = ahead:right(30)
  if remote:test(near) or habit:test(near) then return nil end
  if share:test(near) then return quorum:test(behind) and "of a body" or nil end
  if attending:test(behind) then return "predicate" end
  if inviting:test(behind) and occasion:test(sentence) and not polling:test(sentence) then return "invited" end
  if rallying:test(behind) and not quoted():hold(count) then return "rally" end
  if attended:test(near) then return "before" end
  if drawing:test(behind) and occasion:test(sentence) and not show:test(sentence) and not polling:test(sentence) then return "drawn" end
  if drawn:test(behind) and not polling:test(sentence) then return "an event of so many" end
  if done:test(behind) and not polling:test(sentence) then return "took part" end
  if joining:test(behind) and not polling:test(sentence) and occasion:test(sentence) and event:test(sentence) then
    return "part in event"
  end
  return nil
end

local function head_of(body)
  for i = 1, #ROUND do
    if body:has(ROUND[i]) then return rounded end
  end
  return head
end

-- The same event in another sentence gives the same number; one record is enough.
local function extract(doc)
  local records, seen = {}, {}
  local speech                  -- read when the first rally asks
  local function quoted()
    speech = speech or quotations.new(doc.quoted())
    return speech
  end
  for m in head_of(doc.body):gmatch(doc.body) do
    local count <const> = m[0]
    local sentence <const> = doc.sentence_of(count)
    if sentence then
      local why <const> = reason(sentence, count, quoted)
      doc.note(count, "is", why or "no attendance")
      local people <const> = why and numbers.parse(numeral:find(count))
      if math.type(people) == "integer" and people > 1 and not seen[people] then
        seen[people] = true
        records[#records + 1] = { count = people, text = count }
      end
    end
  end
  return records
end

return {
  name     = "attendance",
  version  = "1.0.0",
  summary  = "Head counts of events",
  triggers = {
    "참석", "자리", "함께", "운집", "참관", "모였", "모인", "모여", "몰렸", "몰린", "몰려", "몰리", "행진", "참여", "참가", "찾", "방문",
    "다녀", "동참", "관람", "입장", "출전", "초청", "대상으로", "집회", "시위", "기자회견", "봉사", "정화", "묵념", "헌화", "구호", "촛불", "가득", "꽉", "결집", "열광", "환호", "모이는", "관광객", "관객", "방문객", "인파",
  },
  fields   = {
    { "count", "integer", "how many people" },
    { "text",  "span",    "the count as written" },
  },
  identity = { "count" },
  extract  = extract,
}
