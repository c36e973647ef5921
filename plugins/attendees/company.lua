-- In what company a predicate tells presence: what has to stand around a cue of each kind (cues.txt, predicates.lua).
local re <const> = require "re"
local words <const> = require "words"

-- `출석`: before court and police a suspect or a witness is no attendee, before parliament an official is.
local court <const> = re.compile [[(?:법정|재판|공판|특검|검찰|경찰|법원|피의자|참고인|피고인|심문|심사|조사|선고|소환|수사|지검|지법|고법|헌재\s?심판|공수처)]]
local parliament <const> = re.compile [[(?:국회|청문회|국정감사|국감|전체회의|상임위|위원회|본회의|대정부질문|현안질의|의회|국조특위|법사위|과방위|운영위|예결위)]]
local direct <const> = re.compile [[(?:청문회|국정감사|국감|전체회의|본회의|상임위|현안질의|국회)에(?:도|는)?\s(?:(?:증인|참고인)으로\s|직접\s|또\s|다시\s|이틀째\s|연이틀\s|나란히\s)*$]]
local hearing <const> = re.compile [[(?:청문회|국정감사|국감|현안질의)]]

-- `참여`, `함께하다` and the like: the event is what they took part in, `청문회에는 … 참여했다`, or a list says so by itself,
-- `정책실장 등도 함께 했다`.
local at_event <const> = re.compile [[(?:회의|행사|식|대회|간담회|회견|토론회|공청회|포럼|세미나|콘퍼런스|컨퍼런스|심포지엄|청문회|총회|발표회|설명회|보고회|음악회|콘서트|축제|박람회|전시회|엑스포|집회|시위|제|예배|미사|법회|만찬|오찬|조찬|차담회|회담|회동|면담|접견|타종|CES|MWC|순방|방중|방미|방일|방문|점검|파티|리셉션|브리핑|위원회|워크숍|캠프|공연|시사회|쇼케이스|훈련|대담|강연|특강|하례회|하례|신년회|인사회|참배|토의|토론|일정|자리|현장)[’'”"]?(?:에|엔|에는|에도|에서|에서는|에서도|에선)\s|(?:봉사|정화\s?)활동에[는도]\s|(?:연사|패널|발표자|토론자|강연자|발제자|강사)로(?:는|도)?\s]]
local listed <const> = re.compile [[(?:등(?:이|도|은|\s[가-힣\d\s]{0,16}?(?:들이|들도|가|이|도))|\d여?\s?명이)\s?(?:전\s일정에\s)?$]]
local as_well <const> = re.compile [[[가-힣)]도\s$]]   -- A 변호사와 B 신부도 함께했다

-- What people take part in without coming: `캠페인에는 … 등이 참여했다`.
local no_event <const> = re.compile [[(?:캠페인|연구|프로젝트|사업|TF|광고|화보|펀드|투자|조사|제작|개발|영상|앨범|음반|작품|드라마|영화|예능|뮤지컬|방송|게임|공모|컨소시엄|협의체|추진단|자문단|평가단|재단|라운드|경영|집필|저술|번역)에[는도]?\s]]

-- `A 시장은 … 간담회를 열고`: what a person opens and is there for (occasions.txt).
local occasions <const> = words.file "occasions.txt"
-- The object of the verb that closes the stretch, without marks and brackets behind it: '공유회(타운홀 미팅)'를 열고
local object <const> = re.compile [[^(.*?)(?:\([^()]{1,20}\))?[’'”"」』>》)]*[을를]\s[가-힣]{1,3}\s?$]]
local REACH <const> = 40   -- code points up to the verb: the longest event with a bracket behind it

-- A 군수 등 주요 참석자들이: whom a list counts among those who came.
local among <const> = re.compile [[등\s(?:[가-힣]{1,6}\s)?$]]

-- What is told of somebody at a ceremony of the day; what is said there, and on a screen, is not.
local told_there <const> = re.compile [[(?:이날|오늘|어제|전날|\d일|열린)[^.“”"]{0,40}$]]
local on_screen <const> = re.compile [["|“|영상|화상|온라인|서면|수상작|선정]]

local function opens_event(sentence, cue)
  local m = object:match(sentence:left(1):hull(cue):right(REACH))
  return m ~= nil and occasions:ends(m[1]) ~= nil
end

-- `지역민 등이 참여한 첫 공개 간담회다`
local such_event <const> = re.compile [[^\s(?:['‘"“]?[가-힣A-Za-z]{1,8}['’"”]?\s){0,3}(?:간담회|회의|토론회|행사|포럼|세미나|협의회|설명회|공청회|회동|기념식|공연|대회|[가-힣]{2}쇼|콘서트)(?:다|이다|에서|가|이|를|을|는|은|였다|로)]]

-- `관계자들이 참여한 가운데 출고식을 가졌다`
local during <const> = re.compile [[^\s가운데[^.]{0,90}?(?:(?:식|회|회의|행사|포럼|미사|예배)[’'”"]?[을를]\s|열렸|개최됐|진행됐)]]

-- `화상으로 회담한`: a talk that nobody travelled to.
local far <const> = re.compile [[(?:화상|전화|온라인|영상|유선)(?:으로|로)?\s$]]

-- What has to stand right before the cue.
local visited <const> = re.compile [[(?:식|행사|행사장|축제|박람회|전시회|시사회|음악회|콘서트|대회|총회|추모제|현장)(?:을|를)\s(?:직접\s)?$|[이가]\s열(?:린|리는)\s(?:[^\s,.“”"]+\s){0,4}?[^\s,.“”"]+[을를]\s(?:직접\s|깜짝\s)?$]]
local document <const> = re.compile [[(?:협약|협정|계약|양해각서|MOU|합의서|업무협약|협약서|계약서|의향서)(?:\([^)]{1,12}\))?(?:을|를|에)\s$]]
local paper <const> = re.compile [[(?:협약서|계약서|합의서|의향서|양해각서|공동선언문)에[는도]\s]]   -- 협약서에는 A와 B가 서명했다
-- `A 사장과 B 총장은 29일 본관에서 협약을 체결했다`: on a day, at a place.
local agreement <const> = re.compile [[(?:협약|협정|양해각서|MOU)[’'”"]?(?:\([^)]{1,12}\))?을\s$|(?:양해각서|MOU)[’'”"]?(?:\([^)]{1,12}\))?를\s$]]
local dated <const> = re.compile [[(?:\d일|이날|전날)\s(?:[^.]{0,30}\s)?[^\s]+에서\s]]
local statement <const> = re.compile [[(?:기자회견문|회견문|선언문|성명서|성명|추도사|추모사|결의문)(?:을|를)\s$]]

-- A prize that was handed over at the event of the day, no prize of a career.
local prize_giving <const> = re.compile [[(?:이날|\d일)\s(?:[^\s]+\s){0,3}?[^\s]*(?:시상식|수여식|기념식|전달식|행사|대상[’']?|어워즈[’']?|어워드[’']?|영화제[’']?|부문)에서[는도]?\s|['‘][^'’]{0,24}(?:대상|어워즈|어워드|영화제|시상식)['’](?:\s시상식)?에서[는도]?\s]]

-- Whether `출석` is said of a hearing in parliament; the sentence may leave that to the two before it.
local function in_parliament(sentence, cue, before, earlier)
  if direct:test(sentence:upto(cue)) then return true end
  if court:test(sentence) then return false end
  if parliament:test(sentence) then return true end
  for _, s in ipairs { before, earlier } do
    if court:test(s) then return false end
    if hearing:test(s) then return true end
  end
  return false
end

local function in_event(sentence, cue, form)
  local ahead = sentence:upto(cue)
  if form:ends "한" and (such_event:test(sentence:from(form)) or during:test(sentence:from(form))) then return true end
  return at_event:test(ahead) or (form:ends "했" or form:ends "해 ") and listed:test(ahead) and not no_event:test(ahead)
end

-- `행사장에 로봇과 함께 등장했다`, `기념식에 모습을 보였다`: onto a stage, into a hall; a stage of the world or of politics is none.
local entered <const> = re.compile [[(?:행사장|회견장|시상식장|식장|청문회장|국감장|행사|기념식|시상식|개막식|취임식|추모식|회견|콘서트|발표회|쇼케이스|집회|(?<!국제\s|국제|정치\s|세계\s|외교\s|글로벌\s)무대|연단|대상[’'])에(?:서|도)?\s[^,.“”"]{0,30}$]]
local shown_at <const> = re.compile [[(?:식|행사|회의|자리|석상|현장|콘서트|집회|추모제|축제)에(?:서|도)?\s(?:함께\s|나란히\s|깜짝\s|처음\s|처음으로\s)?$]]
local figurative <const> = re.compile [[(?:국제|정치|세계|외교|글로벌)\s?$]]

-- Where people pay respects; what somebody does every year, or did in some year, is told of no day.
local memorial <const> = re.compile [[(?:현충원|현충탑|현충사|묘지|묘역|묘소|충혼탑|충렬탑|추모탑|위령탑|기념탑|분향소|추모비|위령비|추모공원|추모식|기념식|하례)]]
local some_year <const> = re.compile [[(?:매년|해마다|매월|매주|지난해|작년|\d{4}년|당시|과거|예전)]]
local worship <const> = re.compile [[(?:예배|미사|법회|기도회|성회)]]
local sworn <const> = re.compile [[(?:취임|청문회|국감|국정감사|개원|임명|증인)]]
local debate <const> = re.compile [[(?:열렸|토론|논의|대담|좌담|간담|질의응답|진행)]]
local of_the_day <const> = re.compile [[(?:이날|오늘|어제|전날|\d일)]]

local starting <const> = re.compile [[(?:점등|개통|개막|가동|출범|정지|축하|시작|퍼포먼스)[^.]{0,12}$]]   -- 점등 버튼을 눌렀다
local festive <const> = re.compile [[(?:축하|기념|추모|개막|식전|오프닝|초청)\s?$]]                       -- 축하 공연을 펼쳤다
local on_the_spot <const> = re.compile [[(?:에서|방문해|찾아)\s]]

-- `시무식에 참석, 신년사를 발표했다`: a clause cut short, told as done; `시민 등 50여명 참석.`; in a list of appointments it is a plan.
local done <const> = re.compile [[^,?\s?[^.]{2,80}(?:했|았|었|였|[렸갔섰렀웠켰냈꼈졌눴])(?:다|습니다|으며|고)(?=[.,\s]|$)]]
local closed <const> = re.compile [[^\s?\.?\s*$]]
local counted <const> = re.compile [[명\s?$]]
local press_room <const> = re.compile [[(?:소통관|브리핑룸|브리핑실|기자실|회견장|프레스센터)에서\s[^.“”"]{0,40}$]]   -- 브리핑룸에서 출마를 공식 선언했다

-- The company each kind of cue needs: function(sentence, cue, form, before, earlier); a kind without one needs none.
local company <const> = {
  attend = function(sentence, cue, form)
    local ahead = sentence:upto(cue)
    if ahead:ends "불" or form:starts "자" and not among:test(ahead) then return false end
    if form:starts "," then return done:test(sentence:from(form)) end
    return form:ends "하에" or not closed:test(form) or counted:test(ahead)
  end,
  seat   = function(sentence, cue, form)
    return form:has "함께" or in_event(sentence, cue, form)
  end,
  preside = function(sentence, _, form) return not form:starts "," or done:test(sentence:from(form)) end,
  declare = function(sentence, cue) return press_room:test(sentence:upto(cue)) end,
  join   = in_event,
  with   = function(sentence, cue, form)
    local ahead = sentence:upto(cue)
    return not ahead:ends "자리를 " and (opens_event(sentence, cue) or in_event(sentence, cue, form) or as_well:test(ahead) and not no_event:test(ahead))
  end,
  show   = in_event,
  seen   = function(sentence, cue)
    local ahead = sentence:upto(cue)
    return shown_at:test(ahead) or as_well:test(ahead) and at_event:test(ahead)
  end,
  enter  = function(sentence, cue) return entered:test(sentence:upto(cue)) end,
  onstage = function(sentence, cue) return not figurative:test(sentence:upto(cue)) end,
  moderate = function(sentence, cue) return debate:test(sentence:from(cue)) end,
  button = function(sentence, cue) return starting:test(sentence:upto(cue)) end,
  stand  = function(sentence, cue, _, before, earlier) return in_parliament(sentence, cue, before, earlier) end,
  perform = function(sentence, cue) return festive:test(sentence:upto(cue)) end,
  gift   = function(sentence, cue)
    local ahead = sentence:upto(cue)
    return of_the_day:test(ahead) and on_the_spot:test(ahead) and not some_year:test(ahead)
  end,
  own    = function(sentence) return of_the_day:test(sentence) end,
  posed  = function(sentence, cue) return at_event:test(sentence:upto(cue)) or document:test(sentence:upto(cue)) end,
  lecture = function(sentence) return not some_year:test(sentence) end,
  respects = function(sentence) return memorial:test(sentence) and not some_year:test(sentence) end,
  serve  = function(sentence) return of_the_day:test(sentence) and not some_year:test(sentence) end,
  service = function(sentence, cue, _, before, earlier)
    return cue:is "축도" or worship:test(sentence) or before and worship:test(before) or earlier and worship:test(earlier)
  end,
  oath   = function(sentence) return sworn:test(sentence) and not court:test(sentence) end,
  ceremony = function(sentence, cue)
    local ahead = sentence:upto(cue)
    return (told_there:test(ahead) or ahead:chars() <= 6 and sentence:from(cue):starts "는") and not on_screen:test(sentence) and not some_year:test(sentence) and occasions:ends(ahead:hull(cue:chop(2))) ~= nil
  end,
  confer = function(sentence, cue)
    local ahead = sentence:upto(cue)
    return of_the_day:test(ahead) and not some_year:test(ahead)
  end,
  visit  = function(sentence, cue) return visited:test(sentence:upto(cue)) end,
  appear = function(sentence, cue, _, before, earlier)
    return not sentence:upto(cue):ends "불" and in_parliament(sentence, cue, before, earlier)
  end,
  sign   = function(sentence, cue, form)
    local ahead = sentence:upto(cue)
    return form:has "식을" or document:test(ahead) or paper:test(ahead)
  end,
  treaty = function(sentence, cue)
    local ahead = sentence:upto(cue)
    return agreement:test(ahead) and dated:test(ahead)
  end,
  hold   = opens_event,
  held   = opens_event,
  put    = opens_event,
  did    = opens_event,
  award  = function(sentence, cue) return prize_giving:test(sentence:upto(cue)) end,
  opening = function(_, _, form) return occasions:ends(form) ~= nil end,
  meet   = function(sentence, cue) return not far:test(sentence:upto(cue)) end,
  read   = function(sentence, cue) return statement:test(sentence:upto(cue)) end,
}

return company
