-- The predicates that say somebody was at an event: which forms of a cue word (cues.txt) count, and in what company.
local re <const> = require "re"
local company <const> = require "company"

local predicates <const> = {}

-- Real forms only: `참석했다`, `참석해`, `참석한 가운데`, `참석하고 있다`. `참석할`, `참석하기 위해`, `참석하지 않`, `참석차`,
-- `참석한다` (a plan in news), `참석한 바 있다` are no presence.
local DID <const> = [[(?:했(?!어야)|하였|해(?!야|\s?달라|\s?줄|\s?주)|하여|하고|하며|하면서|하신|한(?!다|\s?바\s|\s?적|\s?이력|\s?전력|\s?경험))]]

-- What follows the cue, by kind.
local forms <const> = {
  attend  = re.compile("^(?:을\\s|도\\s|\\s)?" .. DID .. "|^\\s중|^\\s?하에|^하는\\s가운데|^,\\s(?=[가-힣])|^\\s?\\.?\\s*$|^자들?(?:(?:이|은|과|와|도)\\s|[.…]?\\s*$)"),   -- 참석했다, 참석을 했다, 참석 중, 참관하에, 참석, 축사를 전했다, 50여명 참석., A 등 참석자들이
  seat    = re.compile [[^(?:했|한\s|하여|하고\s있|해\s|(?:를|에)\s?(?:함께\s?(?:했|한|해|하)|빛[냈내]|지켰))]],  -- 자리했다, 자리를 함께했다
  join    = re.compile("^" .. DID),                                                           -- 토론에 참여했다
  with    = re.compile [[^\s?(?:했|한\s가운데|한\s자리|해\s)]],                                    -- 일정에 함께했다
  visit   = re.compile [[^]],                                                                 -- 기념식을 찾은
  show    = re.compile [=[^[냈낸]]=],                                                                -- 모습을 드러냈다
  seen    = re.compile [[^(?:였|인\s|췄|쳤|춘\s|친\s)]],                                                            -- 기념식에 모습을 보였다
  appear  = re.compile("^" .. DID),                                                           -- 청문회에 출석했다
  hearing = re.compile [[^\s(?:증인으로\s)?(?:나온|나와|나왔|섰)]],                                 -- 청문회에 증인으로 나온
  preside = re.compile [[^(?:했|,\s(?=[가-힣])|하였|해\s|하고|하며|하면서|한\s|하는\s(?:[가-힣]{1,4}\s)?[가-힣]{0,6}회의(?:이자|다\.|이다|입니다|였))]], -- 국무회의를 주재했다, 처음 주재하는 국무회의입니다
  chaired = re.compile [[^(?:로|으로)\s|^\s(?:[^\s,."“”]+\s){0,6}?[^\s,."“”]*(?:회의|간담회|토론회|보고회|오찬|만찬)[’'”"]?(?:가|를|에서|에서는|도|을|에|는|다)(?=\s|\.)]], -- 장관 주재로, 장관 주재 범정부 회의도
  moderate = re.compile [[^\s]],                                                            -- A 교수 사회로 B, C가 토론했다
  deputy  = re.compile [[^(?:했|하고|하며|한\s(?!바))]],                                         -- 추모사는 A 수석이 대독했다
  enter   = re.compile [[^(?:했(?!던)|해\s|하며|하고\s있)]],                                       -- 행사장에 로봇과 함께 등장했다
  onstage = re.compile [[^\s[^.“”"]{4,80}?(?:올랐|섰|등장했)]],                                    -- 무대에는 A 대표와 로봇이 올랐다
  guest   = re.compile [[^\s[^.“”"]{0,60}?(?:특강|강연|강의|간담회|콘서트|세미나|포럼|토론회|대담|교육|워크숍|강좌|만찬|오찬|조찬|차담)[’'”"]?(?:을|를)\s(?:함께\s?했|함께하며|했|열었|열고|개최했|개최하|진행했|가졌|갖고|마련했|실시했)]], -- A 교수를 초청해 특강을 열었다
  lecture = re.compile [[^(?:\s?(?:했|하고|하며)|\s(?:진행했|진행하고|펼쳤|마친|마치고))|^(?:다|습|고|으며)]],   -- 안보 강연을 했다, 강연했다
  respects = re.compile [[^(?:를\s|을\s)?(?:했|한\s(?:뒤|후|다음|데)|\s?(?:이후|직후|후|뒤)[,\s]|하고(?!\s있)|하며|하면서|마친|마치고)|^[·,]\s?(?:분향|헌화|묵념|참배)(?:했|한\s(?:뒤|후)|하고(?!\s있)|하며)]], -- 현충원을 참배했다, 헌화·분향했다
  service = re.compile [[^(?:를\s|을\s|\s)?(?:했|하고|하며|맡았|맡고)]],                              -- A 목사가 설교했다
  serve   = re.compile [[^(?:다|고(?!\s있)|습|으며|며|쳤|치며|치고)]],                                 -- 복지관을 찾아 배식 봉사를 했다
  rite    = re.compile [[^(?:을\s|를\s)?(?:했|하고(?!\s있)|하며|한\s(?:뒤|후))|^에\s(?:나섰|참여했|참석했)]],           -- 시삽을 했다, 의장대를 사열했다, 타종에 참여했다
  shovel  = re.compile [[^\s(?:떴|뜨며|뜬\s(?:뒤|후))]],                                         -- 첫 삽을 떴다
  button  = re.compile [[^\s(?:눌렀|누르며|누르고(?!\s있))]],                                      -- 점등 버튼을 눌렀다
  carpet  = re.compile [[^\s밟(?:았|은\s|고|으며)]],                                              -- 레드카펫을 밟았다
  stand   = re.compile [[^\s(?:섰|선\s|서\s|앉아\s|앉은\s|앉았|나섰|나선\s|나와\s|나온\s|나왔)]],               -- 증인석에 앉아, 증인으로 나섰다
  perform = re.compile [[^\s(?:펼쳤|펼치며|선보였|선보이며|꾸몄|꾸미며)]],                                -- 축하 공연을 펼쳤다
  turnout = re.compile [[^(?:와\s|온\s|왔)]],                                                   -- 집회에 나와 구호를 외쳤다
  gift    = re.compile [[^\s(?:직접\s)?(?:전달|건넸|기탁)(?:했|하고|하며|한\s(?:뒤|후))?(?!할|하기|한다)]],          -- B 시장에게 성금을 전달했다
  own     = re.compile [[^(?:과\s[^.“”"]{0,40}?식)?[이을]\s(?:함께\s)?(?:[^\s.“”"]+\s){0,4}?(?:열렸|열고|열었|진행됐|진행했|가졌|갖고|개최했|개최됐|거행됐)]], -- A 회장 취임식을 열고
  posed   = re.compile [[^\s]],                                                             -- 회의에서 발언하는 A 대표
  gavel   = re.compile [[^(?:했|하고(?!\s있)|한\s(?:뒤|후))]],                                       -- 개회를 선언했다
  declare = re.compile [[^(?:다|습니다|고\s|으며)]],                                               -- 소통관에서 출마를 선언했다
  oath    = re.compile [[^(?:를\s)?(?:했|하고(?!\s있)|한\s(?:뒤|후))]],                            -- 취임 선서를 했다
  gather  = re.compile [[^\s(?:다시\s)?(?:모였|모여\s|모인\s|앉았)]],                              -- A, B 등이 한자리에 모였다
  ceremony = re.compile [=[^[는도]?\s[^.“”"]{4,150}(?<!돼|보|하기도)\s?[가-힣]{0,6}(?:했|받았|[렸갔섰렀웠켰냈꼈졌])(?:다|습니다)[.\s]*$]=],     -- 이날 전달식에서 A 회장이 10억원을 기부했다
  confer  = re.compile [[^\s(?:직접\s|각각\s)?(?:수여|전달|건넸|받았|받고)(?!할|하기|한다|될)]],           -- B 위원에게 임명장을 전달했다
  hold    = re.compile [[^(?!\s(?:있|싶))]],                                                 -- 간담회를 열고, 시무식을 갖고
  held    = re.compile [[^(?!\s(?:바|적)|던|어야|을)]],                                           -- 오찬을 가졌다, 회견을 마친, 회의를 했다
  did     = re.compile [[^(?:고(?!\s싶)|며|면서|\s(?!달라|야|온|왔|볼|보))]],                         -- 회견을 하고, 회견을 해 “…”
  opening = re.compile [[^\s[^.,“”"]{0,50}?[가-힣](?=(?:에서|에선|에서는|을|를)\s)]],                       -- 국회에서 연 기자간담회에서
  award   = re.compile [[^(?:했|하고|하며|한(?!\s(?:바|적|경험|이력))|고|았|아\s)]],                              -- 이날 시상식에서는 … 표창을 수상했다
  put     = re.compile [[^\s?(?:했|하고|하며|하면서|해\s|한\s(?!바))]],                             -- 공청회를 개최했다, 만찬을 함께했다
  face    = re.compile [[^\s(?:나섰|나선(?!다)|나서(?!는|기|려|겠))]],                                                -- 기자회견에 나선
  sign    = re.compile [[^(?:했|하고|한(?!다)|식을\s가졌)]],                                       -- 협약서에 서명했다
  treaty  = re.compile [[^(?:했|하고|한\s(?!바)|었|고\s|은\s)]],                                                -- 본관에서 협약을 체결했다
  tape    = re.compile [[^(?:를|\s)\s?(?:커팅|자르|잘랐|끊)]],
  stage   = re.compile [[^\s(?:직접\s|깜짝\s|다시\s|함께\s|나란히\s)?(?:올라|오른|올랐|선\s|섰|잡은|잡고|잡았)]],                             -- 연단에 올라, 마이크를 잡고
  chair   = re.compile [[^\s?(?:맡은|맡아|맡았|나선(?!다)|나서(?!는|기|려|겠)|나섰|참여했|참석했|봤|보며|했|한\s|,\s[^.“”"]{2,40}?토론을\s맡)|^\s(?:두\s번째로|처음|직접)\s(?:나섰|나선)]],   -- 진행을 맡아, 패널로 나선
  post    = re.compile [[^\s[^.]{4,80}?[이가]\s(?:맡(?:았|고|아\s)|봤|보았|나섰|진행했|진행하고|했)]],                                  -- 좌장은 A 교수가 맡았다
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
  elseif not form and cue:ends "장으로" then
    kind = "moderate"                        -- A 교수를 좌장으로 B 박사가 토론했다
    form = forms.moderate:find(behind)
  end
  if not form then return nil end
  local fits = company[kind]
  if fits and not fits(sentence, cue, form, before, earlier) then return nil end
  local place = cue:hull(form)
  if not happened(sentence, place, kind) then return nil end
  return { kind = kind, span = place, cue = cue }
end

return predicates
