-- The predicates that say somebody was at an event, found in a sentence: where each stands and what it is.
local re <const> = require "re"

local predicates <const> = {}

-- Real forms only: `참석했다`, `참석해`, `참석한 가운데`, `참석하고 있다`. `참석할`, `참석하기 위해`, `참석하지 않`, `참석차`,
-- `참석한다` (a plan in news), `불참`, `불출석` are no presence.
local DID <const> = [[(?:했(?!어야)|하였|해(?!야|\s?달라|\s?줄|\s?주)|하여|하고|하며|하면서|하신|한(?!다|\s?바\s|\s?적|\s?이력|\s?전력|\s?경험))]]

local found <const> = re.compile(
  -- attend: 행사에 참석했다, 배석한 가운데, 동석했다
  "(?<attend>(?:(?<!불)참석|배석|동석|참관)(?:을\\s|도\\s|\\s)?" .. DID .. "|참석\\s(?:중|하에))"
  -- attend: 자리했다, 자리를 함께했다, 자리를 빛냈다
  .. [[|(?<seat>자리(?:했|한\s|하여|하고\s있|해\s)|자리(?:를|에)\s?(?:함께\s?(?:했|한|해|하)|빛[냈내]|지켰))]]
  -- join: only where an event is named: 청문회에 참여했다, 회의에 함께했다, 동행했다
  .. "|(?<join>(?:(?<!의견에\\s)참여|참가|동참|동행)" .. DID .. [[|(?<!자리를\s|자리를)함께\s?(?:했|한\s가운데|한\s자리|해\s)|모습을\s드러[냈낸]|(?:식|행사장|축제|박람회|전시회|시사회|현장)(?:을|를)\s(?:직접\s)?찾(?:았|은\s|아\s))]]
  -- appear: 청문회에 출석했다, 국회에 출석한
  .. "|(?<appear>(?<!불)출석" .. DID .. "|(?:청문회|국정감사|국감|국감장|청문회장)에\\s(?:증인으로\\s)?(?:나온|나와|나왔|섰))"
  -- preside: 회의를 주재했다, 주재하며, 장관 주재로 회의를 열었다
  .. "|(?<preside>주재(?:했|하였|해\\s|하고|하며|하면서|한\\s))"
  .. [[|(?<chaired>\s주재로\s)]]
  -- host: 간담회를 가졌다, 기자회견을 열고, 오찬을 함께했다
  .. [[|(?<host>(?:회의|간담회|기자회견|회견|오찬|만찬|차담회|차담|행사|총회|의총|의원총회|보고회|설명회|토론회|회담|정상회담|조찬|브리핑)(?:를|을)\s(?:열고|열어|열었|가졌|갖고|가진\s(?!바)|진행했|개최했|개최하고|함께\s?했|함께\s?하|마친|마치고)|만찬을\s주최했|(?:기자회견|회견|브리핑)에\s(?:나섰|나선|나서))]]
  -- part: a formal part of a ceremony: 협약서에 서명했다, 테이프를 잘랐다, 연단에 올라, 기자회견문을 낭독한
  .. [[|(?<part>(?:협약|협정|계약|양해각서|MOU|합의서|업무협약|협약서|계약서|의향서)(?:\([^)]{1,12}\))?(?:을|를|에)\s(?:서명했|서명하고|서명한(?!다))|서명식을\s가졌]]
  .. [[|테이프(?:를|\s)\s?(?:커팅|자르|잘랐|끊)|(?:무대|연단|단상|강단|발언대)에\s(?:올라|오른|올랐|선\s|섰)|마이크를\s(?:잡은|잡고|잡았)|(?:기자회견문|선언문|성명서|성명|추도사|추모사)(?:을|를)\s낭독(?:했|한|하고))]]
)

-- Words behind a predicate that take it back: `참석하고 싶다`, `참석했는지`, `참석한 것은 아니다`, `참석한 바 없다`.
local undone <const> = re.compile [[^[가-힣]{0,3}\s?(?:싶|는지|을지|나\s|을\s것|어야|으면|다면|더라면|지\s(?:않|못)|다는\s|던\s(?:때|것|적|일|당시)|것은\s아니|것은\s아닌|것으로\s예상|것으로\s전망|않|못했|못한|못해|혐의|의혹)]]
-- A sentence that ends in a plan: `포럼에 참석해 … 교류할 예정이다`, `참석한 뒤 … 만난다`.
local planned <const> = re.compile [[[하되가오]는\s것으로\s(?:전해|알려|보)[^"”]{0,8}$|(?:예정|계획|방침|전망|예상|것으로\s보인|것으로\s예상|것으로\s전망|기로\s했|[가-힣](?<!말|전|밝|있|없|같)한다|[갖연된간난운린찾둔]다|합니다|됩니다|엽니다|갑니다|갖습니다|만납니다)[^가-힣]{0,3}(?:이다|입니다|이라고|이며|됩니다|된다)?[.…\s]*$]]
-- Whatever closes the sentence, these forms of the predicate are told as done.
local told <const> = re.compile [[(?:했|하였|하고|한|중|가졌|열었|냈|켰|랐|졌)$]]
local pending <const> = re.compile [[^(?:다고\s(?:밝|말|전|보도|주장|설명)|습니다|다[\s.,)"”]|던|고[\s,]|으며|으나|는데|지만)]]

-- court and police: a suspect or a witness before them is no attendee.
local court <const> = re.compile [[(?:법정|재판|공판|특검|검찰|경찰|법원|피의자|참고인|피고인|심문|심사|조사|선고|소환|수사|지검|지법|고법|헌재\s?심판|공수처)]]
local parliament <const> = re.compile [[(?:국회|청문회|국정감사|국감|전체회의|상임위|위원회|본회의|대정부질문|현안질의|의회|국조특위|법사위|과방위|운영위|예결위)]]

-- A list says so by itself: `정책실장 등도 함께 했다`.
local listed <const> = re.compile [[등(?:이|도|은|\s[가-힣\s]{0,16}?(?:들이|들도|가|이|도))\s?(?:전\s일정에\s)?$]]

-- The event is what they took part in: `청문회에는 … 참여했다`, `이날 행사에 … 함께했다`.
local at_event <const> = re.compile [[(?:회의|행사|식|대회|간담회|회견|토론회|공청회|포럼|세미나|콘퍼런스|컨퍼런스|심포지엄|청문회|총회|발표회|설명회|보고회|음악회|콘서트|축제|박람회|전시회|엑스포|집회|시위|제|예배|미사|법회|만찬|오찬|조찬|차담회|회담|회동|순방|방중|방미|방일|방문|점검|파티|시상식|리셉션|브리핑|위원회|워크숍|캠프|공연|시사회|쇼케이스|훈련|대담|강연|특강|하례회|하례|신년회|인사회|참배|토의|토론|일정|자리|현장)[’'”"]?(?:에|엔|에는|에도|에서|에서는|에서도|에선)\s]]

local direct <const> = re.compile [[(?:청문회|국정감사|국감|전체회의|본회의|상임위|현안질의|국회)에(?:도|는)?\s(?:(?:증인|참고인)으로\s|직접\s|또\s|다시\s|이틀째\s|연이틀\s|나란히\s)*$]]
local hearing <const> = re.compile [[(?:청문회|국정감사|국감|현안질의)]]

local kinds <const> = { "attend", "seat", "join", "appear", "preside", "chaired", "host", "part" }

-- Whether what the sentence says of the predicate is that it happened.
local function happened(sentence, m, kind)
  local behind = sentence:from(m[0])
  if undone:test(behind) then return false end
  if kind == "chaired" or kind == "part" then return not planned:test(behind) end
  if told:test(m[0]) and (kind ~= "attend" or not m[0]:ends "한") then return pending:test(behind) or not planned:test(behind) end
  return not planned:test(behind)
end

-- Whether `출석` is said of a hearing in parliament; the sentence may leave that to the two before it.
local function appears(sentence, at, before, earlier)
  if direct:test(sentence:upto(at)) then return true end
  if court:test(sentence) then return false end
  if parliament:test(sentence) then return true end
  for _, s in ipairs { before, earlier } do
    if court:test(s) then return false end
    if hearing:test(s) then return true end
  end
  return false
end

-- The predicates of a sentence that tell of presence, in order: { kind, span }.
function predicates.of(sentence, before, earlier)
  local list = {}
  for m in found:gmatch(sentence) do
    for _, kind in ipairs(kinds) do
      if m[kind] then
        local ok = happened(sentence, m, kind)
        if kind == "appear" then ok = ok and appears(sentence, m[0], before, earlier) end
        if kind == "join" and not m.join:has "찾" or kind == "seat" then ok = ok and (at_event:test(sentence:upto(m[0])) or m[0]:ends "했" and listed:test(sentence:upto(m[0]))) end
        if ok then list[#list + 1] = { kind = kind, span = m[0] } end
        break
      end
    end
  end
  return list
end

return predicates
