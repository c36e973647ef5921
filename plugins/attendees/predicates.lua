-- The predicates that say somebody was at an event: which forms of a cue word (cues.txt) count, and in what company.
local re <const> = require "re"
local words <const> = require "words"

local predicates <const> = {}

-- Real forms only: `참석했다`, `참석해`, `참석한 가운데`, `참석하고 있다`. `참석할`, `참석하기 위해`, `참석하지 않`, `참석차`,
-- `참석한다` (a plan in news), `참석한 바 있다` are no presence.
local DID <const> = [[(?:했(?!어야)|하였|해(?!야|\s?달라|\s?줄|\s?주)|하여|하고|하며|하면서|하신|한(?!다|\s?바\s|\s?적|\s?이력|\s?전력|\s?경험))]]

-- What follows the cue, by kind.
local forms <const> = {
  attend  = re.compile("^(?:을\\s|도\\s|\\s)?" .. DID .. "|^\\s(?:중|하에)|^자들?(?:(?:이|은|과|와|도)\\s|[.…]?\\s*$)"),   -- 참석했다, 참석을 했다, 참석 중, A 등 참석자들이
  seat    = re.compile [[^(?:했|한\s|하여|하고\s있|해\s|(?:를|에)\s?(?:함께\s?(?:했|한|해|하)|빛[냈내]|지켰))]],  -- 자리했다, 자리를 함께했다
  join    = re.compile("^" .. DID),                                                           -- 토론에 참여했다
  with    = re.compile [[^\s?(?:했|한\s가운데|한\s자리|해\s)]],                                    -- 일정에 함께했다
  visit   = re.compile [[^]],                                                                 -- 기념식을 찾은
  show    = re.compile [=[^[냈낸]]=],                                                                -- 모습을 드러냈다
  appear  = re.compile("^" .. DID),                                                           -- 청문회에 출석했다
  hearing = re.compile [[^\s(?:증인으로\s)?(?:나온|나와|나왔|섰)]],                                 -- 청문회에 증인으로 나온
  preside = re.compile [[^(?:했|하였|해\s|하고|하며|하면서|한\s)]],                                  -- 국무회의를 주재했다
  chaired = re.compile [[^(?:로|으로)\s]],                                                             -- 장관 주재로 회의를 열었다
  hold    = re.compile [[^(?!\s(?:있|싶))]],                                                 -- 간담회를 열고, 시무식을 갖고
  held    = re.compile [[^(?!\s(?:바|적)|던|어야|을)]],                                           -- 오찬을 가졌다, 회견을 마친, 회의를 했다
  did     = re.compile [[^(?:고(?!\s싶)|며|면서|\s(?!달라|야|온|왔|볼|보))]],                         -- 회견을 하고, 회견을 해 “…”
  opening = re.compile [[^\s[^.,“”"]{0,50}?[가-힣](?=(?:에서|에선|에서는|을|를)\s)]],                       -- 국회에서 연 기자간담회에서
  award   = re.compile [[^(?:했|하고|하며|한(?!\s(?:바|적|경험|이력))|고|았|아\s)]],                              -- 이날 시상식에서는 … 표창을 수상했다
  put     = re.compile [[^\s?(?:했|하고|하며|하면서|해\s|한\s(?!바))]],                             -- 공청회를 개최했다, 만찬을 함께했다
  face    = re.compile [[^\s(?:나섰|나선|나서)]],                                                -- 기자회견에 나선
  sign    = re.compile [[^(?:했|하고|한(?!다)|식을\s가졌)]],                                       -- 협약서에 서명했다
  treaty  = re.compile [[^(?:했|하고|한\s(?!바))]],                                                -- 본관에서 협약을 체결했다
  tape    = re.compile [[^(?:를|\s)\s?(?:커팅|자르|잘랐|끊)]],
  stage   = re.compile [[^\s(?:올라|오른|올랐|선\s|섰|잡은|잡고|잡았)]],                             -- 연단에 올라, 마이크를 잡고
  chair   = re.compile [[^\s?(?:맡은|맡아|맡았|나선|나서|나섰|참여했|참석했|했|한\s)]],                             -- 진행을 맡아, 패널로 나선
  post    = re.compile [[^\s[^.]{4,80}?[이가]\s(?:맡(?:았|고|아\s)|봤|보았|나섰)]],                                  -- 좌장은 A 교수가 맡았다
  send    = re.compile [[^\s?(?:나왔|나와|했(?!던)|하고|하기\s위해\s나온)]],                                    -- 공항에서 배웅했다
  names   = re.compile [[^\s]],                                                               -- 동석자는 A, B 등이다
  meet    = re.compile [[^(?:을\s|를\s)?(?:했|하고|한\s(?!바)|하며|가졌|갖고|진행했)]],                         -- 총리를 접견했다, 회동을 가졌다
  read    = re.compile [[^(?:했|한|하고)]],                                                     -- 기자회견문을 낭독한
}

-- Words behind a predicate that take it back: `참석하고 싶다`, `참석했는지`, `참석한 것은 아니다`, `참석했던 때`.
local undone <const> = re.compile [[^[가-힣]{0,3}\s?(?:싶|는지|을지|(?<!으)나\s|을\s것|어야|으면|다면|더라면|지\s(?:않|못)|다는\s|던\s(?:때|것|적|일|당시)|것은\s아니|것은\s아닌|것으로\s예상|것으로\s전망|않|못했|못한|못해|혐의|의혹)]]
-- A sentence that ends in a plan: `포럼에 참석해 … 교류할 예정이다`, `참석한 뒤 … 만난다`.
local planned <const> = re.compile [[[하되가오]는\s것으로\s(?:전해|알려|보)[^"”]{0,8}$|(?:예정|계획|방침|전망|예상|것으로\s보인|것으로\s예상|것으로\s전망|기로\s했|[가-힣](?<!말|전|밝|있|없|같)한다|[갖연된간난운린찾둔]다|합니다|됩니다|엽니다|갑니다|갖습니다|만납니다)[^가-힣]{0,3}(?:이다|입니다|이라고|이며|됩니다|된다)?[.…\s]*$]]
-- `간담회를 열고 … 협력하기로 했다`: what was resolved there is a plan, the meeting is none.
local resolved <const> = re.compile [[기로\s(?:했|뜻|합의|결정|의견|약속)[^"”]{0,12}$]]
local past <const> = re.compile [[(?:이날|전날|지난\s|등이\s$|명이\s$)]]
-- Whatever closes the sentence, these forms are told as done.
local told <const> = re.compile [[(?:했|하였|하고|한|중|가졌|열었|냈|켰|랐|졌|았|섰)$]]
local pending <const> = re.compile [[^(?:다고\s(?:밝|말|전|보도|주장|설명)|습니다|다[\s.,)"”]|던|고[\s,]|으며|으나|는데|지만)]]

-- `출석`: before court and police a suspect or a witness is no attendee, before parliament an official is.
local court <const> = re.compile [[(?:법정|재판|공판|특검|검찰|경찰|법원|피의자|참고인|피고인|심문|심사|조사|선고|소환|수사|지검|지법|고법|헌재\s?심판|공수처)]]
local parliament <const> = re.compile [[(?:국회|청문회|국정감사|국감|전체회의|상임위|위원회|본회의|대정부질문|현안질의|의회|국조특위|법사위|과방위|운영위|예결위)]]
local direct <const> = re.compile [[(?:청문회|국정감사|국감|전체회의|본회의|상임위|현안질의|국회)에(?:도|는)?\s(?:(?:증인|참고인)으로\s|직접\s|또\s|다시\s|이틀째\s|연이틀\s|나란히\s)*$]]
local hearing <const> = re.compile [[(?:청문회|국정감사|국감|현안질의)]]

-- `참여`, `함께하다` and the like: the event is what they took part in, `청문회에는 … 참여했다`, or a list says so by itself,
-- `정책실장 등도 함께 했다`.
local at_event <const> = re.compile [[(?:회의|행사|식|대회|간담회|회견|토론회|공청회|포럼|세미나|콘퍼런스|컨퍼런스|심포지엄|청문회|총회|발표회|설명회|보고회|음악회|콘서트|축제|박람회|전시회|엑스포|집회|시위|제|예배|미사|법회|만찬|오찬|조찬|차담회|회담|회동|순방|방중|방미|방일|방문|점검|파티|리셉션|브리핑|위원회|워크숍|캠프|공연|시사회|쇼케이스|훈련|대담|강연|특강|하례회|하례|신년회|인사회|참배|토의|토론|일정|자리|현장)[’'”"]?(?:에|엔|에는|에도|에서|에서는|에서도|에선)\s|(?:봉사|정화\s?)활동에[는도]\s|(?:연사|패널|발표자|토론자|강연자|발제자|강사)로(?:는|도)?\s]]
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
local visited <const> = re.compile [[(?:식|행사|행사장|축제|박람회|전시회|시사회|음악회|콘서트|대회|총회|추모제|현장)(?:을|를)\s(?:직접\s)?$]]
local document <const> = re.compile [[(?:협약|협정|계약|양해각서|MOU|합의서|업무협약|협약서|계약서|의향서)(?:\([^)]{1,12}\))?(?:을|를|에)\s$]]
local paper <const> = re.compile [[(?:협약서|계약서|합의서|의향서|양해각서|공동선언문)에[는도]\s]]   -- 협약서에는 A와 B가 서명했다
-- `A 사장과 B 총장은 29일 본관에서 협약을 체결했다`: on a day, at a place.
local agreement <const> = re.compile [[(?:협약|협정|양해각서|MOU)[’'”"]?(?:\([^)]{1,12}\))?을\s$|(?:양해각서|MOU)[’'”"]?(?:\([^)]{1,12}\))?를\s$]]
local dated <const> = re.compile [[(?:\d일|이날|전날)\s(?:[^.]{0,30}\s)?[^\s]+에서\s]]
local statement <const> = re.compile [[(?:기자회견문|회견문|선언문|성명서|성명|추도사|추모사|결의문)(?:을|를)\s$]]

-- A prize that was handed over at the event of the day, no prize of a career.
local prize_giving <const> = re.compile [[(?:이날|\d일)\s(?:[^\s]+\s){0,3}?[^\s]*(?:시상식|수여식|기념식|전달식|행사)에서[는도]?\s]]

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

-- The company each kind of cue needs.
local company <const> = {
  attend = function(sentence, cue, form)
    local ahead = sentence:upto(cue)
    return not ahead:ends "불" and (not form:starts "자" or among:test(ahead))
  end,
  seat   = in_event,
  join   = in_event,
  with   = function(sentence, cue, form)
    local ahead = sentence:upto(cue)
    return not ahead:ends "자리를 " and (opens_event(sentence, cue) or in_event(sentence, cue, form) or as_well:test(ahead) and not no_event:test(ahead))
  end,
  show   = in_event,
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

-- Whether what the sentence says of the predicate is that it happened.
local function happened(sentence, place, kind)
  local behind = sentence:from(place)
  if undone:test(behind) then return false end
  if told:test(place) and not (kind == "attend" and place:ends "한") and pending:test(behind) then return true end
  if resolved:test(behind) and (kind == "hold" or past:test(sentence:upto(place))) then return true end
  return not planned:test(behind)
end

-- The predicate that a cue opens, { kind =, span = }, or nil where this form of it tells no presence. `before` and
-- `earlier` are the two sentences ahead, or nil.
function predicates.at(sentence, cue, kind, before, earlier)
  local behind = sentence:from(cue)
  local form = forms[kind]:find(behind)
  if not form and kind == "preside" then
    kind = "chaired"
    form = forms.chaired:find(behind)
  end
  if not form then return nil end
  local fits = company[kind]
  if fits and not fits(sentence, cue, form, before, earlier) then return nil end
  local place = cue:hull(form)
  if not happened(sentence, place, kind) then return nil end
  return { kind = kind, span = place, cue = cue }
end

return predicates
