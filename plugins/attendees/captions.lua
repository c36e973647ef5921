-- Photo captions and sentences like them: what somebody is doing at an event.
--   이재명 대통령이 30일 청와대에서 열린 국무회의에서 발언하고 있다.
--   한성숙 중소벤처기업부 장관(왼쪽), 정은경 보건복지부 장관이 … 회의에 참석하고 있다.
local re <const> = require "re"

local names <const> = require "ko.names"

local captions <const> = {}

-- What a caption closes in, from the cue on: `고 있다.`, `는 모습`, `의 모습ⓒ`, `기념촬영. /사진=`. Credits may follow.
local close <const> = [[[.…]?\s*(?:$|[/ⓒ©\[\](<▲|■【=]|사진|제공)]]
local doing <const> = re.compile("^(?:다|습니다|는\\s모습)" .. close)
local ended <const> = re.compile("^" .. close)
local scene <const> = re.compile [[(?:[는한던의]\s|기념\s?)$]]
-- 에서 열린 …에서, …식에서, 기자회견을 하고 있다
local venue <const> = re.compile [[(?:(?:열린|개최된|개최한|진행된|마련된|에서\s(?:연|가진))\s[^.]{2,90}?(?:에서|에|을|를|서)\s|[식회제사]이\s[^.]{2,60}열려\s|(?:청사|국회|[시도군구]청|교육청|본사|사옥|회관|센터|[가-힣]호텔)에서\s[^.]{2,80}?[을를]\s(?:발표|설명)?하고\s|\d{1,2}일\s(?:오전|오후)?[^.]{2,40}에서\s[^.]{2,60}?(?:설명을\s듣|둘러보|살펴보|점검하|체험하|보고를\s받|브리핑을\s받)고\s|(?:환영사|축사|개회사|기념사|인사말|격려사|추모사|기조연설|모두발언|축하말|신년사|송년사|취임사|이임사|퇴임사|폐회사|답사)[을를]?\s?하고\s|[을를]\s브리핑하고\s|(?:회의|회견|브리핑|청문회|행사)\s시작|제막(?:을|하고)\s|(?:성금|기부금|후원금|장학금|기금|성품|물품)[을를]\s[^.]{0,30}전달|(?:상|표창|표창장|위촉장|임명장|감사패|공로패|훈장)[’'”"]?[을를]\s(?:전달받|수여받|받고|수여하|전달하|시상하)|(?:협약|협정|계약|양해각서|MOU|합의서)(?:\([^()]{1,14}\))?[을를에]\s(?:체결|서명)하고\s|(?:회의|행사|식|간담회|기자회견|회견|토론회|공청회|포럼|세미나|콘퍼런스|컨퍼런스|청문회|총회|의총|발표회|설명회|보고회|최고위|본회의|집회|브리핑|대회|만찬|오찬|차담|차담회|회담|전달식|국감|국정감사|위원회)(?:에서|에\s참석|을\s(?:하|갖|진행|열)|를\s(?:하|갖|진행|열)|\s?중\s|\s?도중)|(?:기조|키노트|축하|기조)\s?(?:연설|강연)|(?:회의|행사|식|간담회|회견|회담|만찬|오찬)에\s앞서|국회[^.]{0,40}질의에\s답|(?:미디어데이|언팩|쇼케이스|시사회|팬미팅|콘서트|음악회|축제|박람회|전시회|엑스포|워크숍|심포지엄|예배|미사|법회|추모제|위령제)에서|의사봉|108배|첫\s삽|시삽|타종|연탄|김장|배식|봉사|기자회견|기념\s?(?:촬영|사진)|(?:환송|환영)(?:객|\s인사)들?(?:에게|을\s향해)\s|키노트|[이가]\s정회|캠페인에\s참여|(?:찾아|찾은)\s[^.]{2,60}(?:격려|인사를|악수|점검|살펴보|둘러보|설명|보고를)|(?:기자실|브리핑실|브리핑룸|소통관|춘추관)에서|(?:회담|회동|접견|예방|국빈)[^.]{0,60}악수|점[검겅]\s?(?:중|에서)|방문(?:해|,|한\s|하여)[^.]{2,60}(?:격려|인사|둘러보|대화|설명|살펴보|살피|점검|보고를|청취|참배|묵념|악수|간담))]]
-- What people are photographed doing. A caption that begins like one may say anything; other sentences in `고 있다` are
-- mostly about what goes on for months (`협력을 확대하고 있다`).
local posing <const> = re.compile [[(?:발언|인사|축사|신년사|송년사|취임사|이임사|퇴임사|폐회사|격려사|답사|환영사|개회사|기념사|추모사|연설|강연|발표|브리핑|회견|답변|답하|답을|질의|질문|듣고|경청|경례|애국가|묵념|헌화|분향|참배|선서|악수|대화|이야기|얘기|미소|웃|박수|손뼉|손을|포옹|촬영|사진|포즈|수여|전달|시상|입장하|퇴장|이동하|들어서|들어오|앉|서명|체결|커팅|시삽|건배|물을|눈을|머리|생각에|의사봉|투표|설명|소개|공개하고|밝히고|말하|사과|고개|주재|간담회|회의를|회견|참석|참여하고|출석|축하|격려|시연|체험|둘러보|살펴보|관람|걷고|공연|노래|세리머니|퍼포먼스|구호|외치|들고|내려|기다리|통화|박수|두드리|만지|착용|의례|낭독|진행|108배|모습|받고|타종|제막|자리|율동|응원|사열|애도|정리|떠나|나서|파이팅|화이팅|연탄|김장|배식|나르|삽을|종을|선언|호소|촉구|유니폼|의사봉|떡을|자르)[^.]{0,22}$]]
local marked <const> = re.compile [[^(?:[\[(（][^\])]{2,20}=|▲|△|◀|▶|\[?사진)|기자\s?=]]
-- The full shape: `누가 30일 어디에서 열린 무엇에서 …`.
local dated <const> = re.compile [[(?:이|가)\s(?:[가-힣]+\s){0,2}\d{1,2}일(?:\([^)]*\))?\s[^.]{2,40}열린\s[^.]{2,90}?에서\s]]
local never <const> = re.compile [[(?:재판|공판|심문|심사|선고|구속|(?<![수경운])영장|피의자|경기(?!도|신보|문화|남부|북부|\s[가-힣]{2,3}[시군]\s)|리그|득점|골을|슛|타구|투구|홈런|결승|준결승|예선|훈련장|출근(?!\s관련)|퇴근|귀국|출국|입국|조사를\s받|소환|드라마|방송\s?화면|화면\s?캡처|자료\s?사진|준비\s?사무실|이후\s[가-힣]+[은는]\s|(?:추진|강화|확대|지원|운영|전개|모색|준비|검토|주목)하고\s있)]]
-- Before police and prosecutors somebody is a suspect, unless the picture is of their own briefing or ceremony.
local court <const> = re.compile [[(?:검찰|특검|경찰에|법원)]]
local own_event <const> = re.compile [[(?:브리핑|기자회견|간담회|시무식|취임식|세미나|포럼|국정감사|청문회|전체회의)(?:에서|에\s|을\s|를\s|실에서|룸에서)|소통관에서|기자실에서]]

-- The other people in the picture: `B 이사장으로부터 상을 받고 있다`, `B 장관과 악수하고 있다`, `B 회장에게 전달하고 있다`.
local facing <const> = re.compile [[^[^.]{0,30}?(?:악수|기념|인사를?\s나|포옹|대화|이야기|건배|수여|전달|받고|촬영|입장)]]

-- `B 선수에게 글로벌 챔피언십 부문 대상을 시상하고 있다`: what is handed over may have a long name.
local awarding <const> = re.compile [[^[^.]{0,60}?(?:시상|수여|위촉장|임명장|표창|감사패|공로패)|^\s(?:사과|질의|설명|인사|답변)(?:를\s)?하고]]
-- `B 전 원내대표와 대화하며 어깨를 두드리고 있다`, `B 이사장과 ‘업무협약’을 체결하고`: no list goes on behind this 와.
local meeting <const> = re.compile [[^\s(?:(?:대화|악수|인사|포옹|이야기|얘기|환담|담소|기념|건배|눈을|손을|주먹|하이파이브)|(?:정상)?회담[을를]?\s(?:마친|하고)|공동\s기자회견|[^.]{0,40}?(?:체결하|서명하|기념\s?촬영|기념\s?사진))]]

-- `B 주석과 함께 의장대를 사열하고 있다`
local alongside <const> = re.compile [[^\s(?:함께|나란히)\s]]

-- `제2차 협의가 30일 국회에서 열렸다. A(오른쪽) 단장과 B 장관이 대화하고 있다.`
local placed <const> = re.compile [[^[^.]{2,40}\((?:왼쪽|오른쪽|가운데|앞줄|뒷줄)]]
local held <const> = re.compile [[(?:열렸|개최됐|진행됐)(?:다|습니다)\.?\s*$]]

-- Whether a sentence is the caption of an event; `cue` is 고 있, 모습, 촬영 or 기념사진 in it, `before` the sentence ahead or nil.
function captions.is(sentence, cue, before)
  local behind = sentence:from(cue)
  if cue:ends " 있" then
    if not doing:test(behind) then return false end
  elseif cue:is "고있다" then
    if not ended:test(behind) then return false end
  elseif not ended:test(behind) or not (cue:is "기념사진" or scene:test(sentence:upto(cue))) then
    return false
  end
  if not (venue:test(sentence) or before and placed:test(sentence) and held:test(before)) or never:test(sentence) or court:test(sentence) and not own_event:test(sentence) then return false end
  return marked:test(sentence) or dated:test(sentence) or posing:test(sentence:left(1):hull(cue))
end

-- The people whom a caption shows, of the people of its sentence. A caption of two sentences in brackets comes as one:
-- `[A 회장이 선정됐다. B 위원장이 29일 본점에서 브리핑하고 있다.]`; the last is about the picture.
local earlier <const> = re.compile [[^.*[가-힣]다\.\s(?=[가-힣])]]

-- `(서울=한빛뉴스) … 휠체어컬링의 강보라가 답변하고 있다`: in a caption of an agency a name alone may do.
local function alone(sentence, p)
  return (p.tail == "이" or p.tail == "가") and not p.short and names.shaped(p.name) and sentence:upto(p.np):ends "의 " and marked:test(sentence)
end

function captions.shown(sentence, people)
  local before = earlier:find(sentence)
  local from = before and before.stop or sentence.start
  local chosen, open = {}, true
  for k = 1, #people do
    local p = people[k]
    if p.np.start >= from and (not p.bare or open and alone(sentence, p)) then
      if open and (p.standing == "subject" or p.standing == "topic" or p.standing == "list") then
        chosen[#chosen + 1] = p
        local q = people[k + 1]
        if p.standing ~= "list" and not (q and q.np == p.np) then open = false end
      elseif not open and p.standing == "list" and alongside:test(p.rest) then
        chosen[#chosen + 1] = p
      elseif not open and ((p.standing == "list" or p.tail == "으로부터" or p.tail == "로부터" or p.tail == "에게") and facing:test(p.rest)
        or p.tail == "에게" and awarding:test(p.rest) or (p.tail == "와" or p.tail == "과") and meeting:test(p.rest)) then
        chosen[#chosen + 1] = p
      end
    end
  end
  return chosen
end

return captions
