-- Who a predicate is said of: the people of the clause before it, or the person right behind its relative form.
local re <const> = require "re"
local words <const> = require "words"

local subject <const> = {}

local SUBJECT <const> = words.set { "이", "가", "도", "께서" }
local TOPIC <const> = words.set { "은", "는", "께서는", "께서도" }
local LIST <const> = words.set { "와", "과" }

-- Behind a person without a particle: a list goes on (`대표, …`, `장관 등이`, `원장(공동 원장), …`, `사장 및 …`).
local goes_on <const> = re.compile [[^\s?(?:\([^()]*\)[과와]\s|(?:\([^()]*\)\s?)*(?:[,、·▲△◇]|등|및\s|외\s|그리고\s|씨[,\s]|이하))]]
-- `장관을 비롯해`, `회장을 포함하여`, `위원장을 필두로`, `대표를 중심으로`
local including <const> = re.compile [[^\s(?:비롯|포함|필두|위시)]]
-- A list that is no subject after all: `대표 등의 발언`, `장관 등을 만나`, `의원 등에게`.
local other_case <const> = re.compile [[^\s?(?:\([^()]*\)\s?)*등(?:\s[가-힣]+(?<![이가은는도과와])(?=\s)){0,2}(?:\s?[가-힣]*?)(?:(?<!회)의|을|를|에게|과의|와의)\s(?!비롯|포함)]]
-- Nothing but the joints of a list between two people.
local joints <const> = re.compile [[^\s?(?:\([^()]*\)(?:과|와)?)?\s?(?:,|、|·|및|그리고|등)?\s?$]]
-- The close of a clause that has a predicate of its own: `참석했고, 정부 측에선 …`.
local clause <const> = re.compile [=[[한인]\s가운데,?\s|(?:[했됐었았였렸겼졌]|한다|이다)(?:고|으며|지만|는데|으나)[,\s]|(?:되|하|나서|오|가|내|지|리)자,?\s(?=[가-힣])]=]
-- A subject of its own between a topic and the predicate: `그는 직원들이 참석한`, `회장은 관계자 등이 참석한`.
local own_subject <const> = re.compile [[(?:들|등|명|자|측|원|진|단|팀|인사|대표|위원|장관|단체|기관|기업|부처|회사|군|정부|가족|시민|의원|총리|주석|힘|당|국|시|도|위원회|특위|회|업계|[가-힣]{2}만|참모|대통령실|청와대)(?:이|가|도|만)\s]]
-- `회장이 이끄는 그룹은 신년회를 열고`: the subject of a clause about whoever did it.
local led <const> = re.compile [[^\s[가-힣]+(?:는|은|한|던)\s[^\s,]+(?:은|는|이|가)\s]]
local with <const> = re.compile [[^[^.]{0,30}?(?:과|와)\s?(?:함께|나란히)]]

-- Where a list with 와/과 goes on to is what decides: `A 장관과 일본 측 인사들을 만나` makes A an object.
local case <const> = re.compile [[^\s(?:[^\s,]+\s){0,6}?[^\s,]*?(?:(?<sub>(?:들|등|명|자|원|장|진|단|팀|표|관|사|부|인|회|측|민|족|수|리|령|석|위|감|구|리)(?:이|가|은|는|도))|(?<obj>[가-힣][’'”"]?(?:을|를|에게|의)))(?=\s|,)]]

local function object(rest)
  local m = case:match(rest)
  return m ~= nil and m.obj ~= nil and not re.test([[^\s(?:비롯|포함|필두)]], rest:from(m.obj)) and not m.obj:ends "의"
end

-- A particle of a subject or topic, of anybody or anything.
local any_subject <const> = re.compile [[[가-힣A-Za-z)](?:은|는|이|가|도|께서)(?:\s|,)]]
subject.any = any_subject
local together <const> = re.compile [[^\s(?:함께|나란히|공동으로)]]

local couple <const> = re.compile [[^\s(?:부부|내외|일가)(이|가|도|은|는)(?=\s)]]   -- A 대통령 내외가

-- The particle that decides for a person: "subject", "topic", "list" or nil.
local function standing(p)
  local rest = p.rest
  if SUBJECT:has(p.tail) then
    return "subject"
  elseif TOPIC:has(p.tail) then
    if re.test([[^\s물론]], rest) then return "list" end
    return "topic"
  elseif LIST:has(p.tail) then
    return (together:test(rest) or not object(rest)) and "list" or nil
  elseif p.tail == "의" then
    return re.test([[^\s모습]], rest) and "subject" or nil
  elseif p.tail == "을" or p.tail == "를" then
    return including:test(rest) and "list" or nil
  elseif p.tail == "" then
    local pair = couple:match(rest)
    if pair then
      p.rest = rest:from(pair[0])
      return SUBJECT:has(pair[1]) and "subject" or "topic"
    end
    if other_case:test(rest) then return nil end
    return goes_on:test(rest) and "list" or nil
  end
  return nil
end

-- `A 장관, B 대통령의 사위인 C 등이`: B only tells who C is and ends no list.
local apposed <const> = re.compile [[^(?:의)?\s[가-힣\s]{1,14}[가-힣]인\s]]

-- Marks each person of a sentence with its standing; one whose list runs straight into another person takes that one's.
function subject.mark(sentence, people)
  for k = #people, 1, -1 do
    local p = people[k]
    p.rest = sentence:from(p.np):skip(utf8.len(p.tail))
    p.standing = standing(p)
    local q = people[k + 1]
    if q and q.np == p.np then
      p.standing = q.standing; p.rest = q.rest
    elseif q and (p.standing == "list" or LIST:has(p.tail)) and joints:test(p.rest:upto(q.np)) then
      p.joined = true
      if q.standing then p.standing = "list" end   -- what closes the list tells what it is
      if not q.standing and not q.bare and not apposed:test(q.rest) then p.standing = nil end
    end
  end
end

-- `A 회장은 임원 등이 참석한 가운데 행사를 했다`, `A 의원은 집회가 열린 역을 찾아`: what lies between a subject and its predicate
-- without the clause of others.
local aside <const> = re.compile [[^.*(?:[한인]\s가운데,?|[이가]\s(?:열린|열리는))\s]]

local function own_clause(gap)
  local others = (gap:has "가운데" or gap:has "열린" or gap:has "열리는") and aside:find(gap)
  return others and gap:from(others) or gap
end

-- The people of `people` that a predicate at `at` is said of, by what stands before it.
function subject.before(sentence, people, at)
  local region = sentence:upto(at)
  local from = region.start
  for m in clause:gmatch(region) do from = m[0].stop end
  local chosen, subject_stop = {}, nil
  for k = #people, 1, -1 do
    local p = people[k]
    if p.np.stop <= at.start and p.np.start >= from and p.standing and not p.bare then
      local gap = p.rest:upto(at)
      if p.standing == "list" then
        chosen[#chosen + 1] = p
      elseif p.standing == "subject" then
        local listed = re.test([[^\s?,]], p.rest)
        if not subject_stop or listed or p.np.start == subject_stop then
          if listed or p.tail == "도" or not own_subject:test(gap) and not led:test(gap) then chosen[#chosen + 1] = p end
          subject_stop = p.np.start
        end
      elseif p.standing == "topic" and (#chosen == 0 or with:test(gap)) and not own_subject:test(own_clause(gap)) then
        chosen[#chosen + 1] = p
      end
    end
  end
  if #chosen == 0 then
    -- the topic of the whole sentence holds over its clauses: `A는 회의를 열었고, 행사에도 참석했다`
    for k = #people, 1, -1 do
      local p = people[k]
      if p.np.stop <= from and p.standing == "topic" and not p.bare and not own_subject:test(own_clause(p.rest:upto(at))) then
        chosen[1] = p
        break
      end
    end
  end
  return chosen
end

-- `행사에 참석한 배경훈 장관은`: the person right behind the relative form, and the list that goes on from there.
local modifiers <const> = re.compile [[^\s?(?:[가-힣A-Za-z0-9·]+(?:의|인|던|한|된)?\s){0,3}$]]
local head_noun <const> = re.compile [[(?:가운데|자리|것|뒤|후|바|채|행사|회의|식|행보|상태|직후|이후|대회|회담|에서|에는|에|을|를|은|는|이|들|로|등)\s]]

function subject.behind(sentence, people, at)
  local chosen = {}
  if not (at:ends "한" or at:ends "한 " or at:ends "은" or at:ends "른" or at:ends "선" or at:ends "선 " or at:ends "진"
    or at:ends "진 " or at:ends "친") then return chosen end
  local last
  for k = 1, #people do
    local p = people[k]
    if p.np.start >= at.stop and not p.bare then
      if not last then
        local gap = sentence:from(at):upto(p.np)
        if not modifiers:test(gap) or head_noun:test(gap) then return chosen end
      elseif p.np ~= last.np and not ((last.standing == "list" or last.joined) and joints:test(last.rest:upto(p.np))) then
        return chosen
      end
      chosen[#chosen + 1] = p
      last = p
      local q = people[k + 1]
      if not (q and q.np == p.np) and p.standing ~= "list" and not p.joined then return chosen end
    end
  end
  return chosen
end

-- `토론회에 참석해 축사를 한 A 시장은`, `무대에 등장해 화두를 던졌던 A 회장`: nobody before it, and the next predicate is a relative form.
local goes_along <const> = re.compile [[(?:해|하여|하고|하며|올라|나와|찾아)\s?$]]
local relative <const> = re.compile [[^\s?[^,.“”"]{1,40}?(?:[가-힣](?:한|던|은|친|온|낸|선|킨|쓴|본)|한|던진|펼친)\s$]]

function subject.chained(sentence, people, at)
  if not goes_along:test(at) or any_subject:test(sentence:upto(at)) then return {} end
  for _, p in ipairs(people) do
    if p.np.start >= at.stop then
      local gap = sentence:from(at):upto(p.np)
      if p.bare or not relative:test(gap) or any_subject:test(gap) then return {} end
      return { p }
    end
  end
  return {}
end

-- `행사를 마친 뒤 A 장관은`, `참석한 후 A는`: the subject comes behind, when none stands before.
local then_subject <const> = re.compile [[^\s?(?:뒤|후|직후|이후|다음)(?:에)?,?\s]]

function subject.later(sentence, people, at)
  if not then_subject:test(sentence:from(at)) then return nil end
  for _, p in ipairs(people) do
    if p.np.start >= at.stop and not p.bare then
      return (p.standing == "topic" or p.standing == "subject") and { p } or nil
    end
  end
  return nil
end

-- A predicate without a subject of its own: `이어 국무회의를 주재했다`, `그는 이날 개막식에 참석해`.
local pronoun <const> = re.compile [[^(?:[가-힣]+[,\s]\s?)?(?:그는|그도|그가)\s]]
local relative_form <const> = re.compile [[(?:한|은|른|선|진|온)\s?$]]

function subject.omitted(sentence, at)
  if relative_form:test(at) and not then_subject:test(sentence:from(at)) then return false end
  local ahead = sentence:upto(at)
  return pronoun:test(sentence) or not any_subject:test(ahead) and not ahead:has "\"" and not ahead:has "”"
end

-- The person a sentence is about.
function subject.topic(people)
  for _, p in ipairs(people) do
    if p.standing == "topic" and not p.bare then return p end
  end
  return nil
end

return subject
