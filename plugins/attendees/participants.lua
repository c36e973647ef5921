-- The people whom a predicate of a kind is about, where that is more than its subject: hosts, guests, receivers, owners of a ceremony.
local re <const> = require "re"
local words <const> = require "words"
local subject <const> = require "subject"

local participants <const> = {}

local any_subject <const> = subject.any

-- `A 부총리 겸 과기정통부 주재로`: a second office told by its body alone.
local second <const> = re.compile [[^\s겸\s[가-힣A-Za-z]+\s$]]

-- The people a predicate is said of, wherever they stand in its sentence.
function participants.of(sentence, people, predicate)
  if predicate.kind == "chaired" or predicate.span:ends "하에" then
    -- 배경훈 부총리 겸 과기정통부 장관 주재로
    local chosen = {}
    for _, p in ipairs(people) do
      if p.np.stop + 1 == predicate.span.start or p.np.stop < predicate.span.start and second:test(sentence:from(p.np):upto(predicate.span)) then
        chosen[#chosen + 1] = p
      end
    end
    return chosen
  end
  local kind, at = predicate.kind, predicate.span
  if kind == "post" or kind == "onstage" then return participants.within(people, at) end
  if kind == "names" then return participants.named(people, predicate.cue) end
  if kind == "own" then return participants.owner(sentence, people, predicate.cue, at) end
  if kind == "posed" then return participants.posed(sentence, people, at) end
  if kind == "guest" then return participants.object(sentence, people, predicate.cue) end
  if kind == "moderate" then return participants.moderated(sentence, people, at) end
  if kind == "ceremony" then return participants.there(sentence, people, predicate.cue, at) end
  local chosen = subject.before(sentence, people, at)
  if #chosen == 0 then chosen = subject.behind(sentence, people, at) end
  if #chosen == 0 then chosen = subject.chained(sentence, people, at) end
  if kind == "confer" then participants.receivers(people, at, chosen) end
  if kind == "gift" then
    local givers = #chosen
    participants.receivers(people, at, chosen)
    if #chosen == givers then return {} end   -- money that goes to somebody in person
  end
  if kind == "with" or kind == "put" then participants.company(sentence, people, predicate.cue, chosen) end
  return chosen
end

-- `A 회장은 이날 시무식에서 …했다`, `이날 전달식에서 A 회장과 B 회장이 …했다`: the subject before it, else the one right behind.
function participants.there(sentence, people, cue, at)
  local chosen = subject.before(sentence, people, cue)
  if #chosen > 0 or any_subject:test(sentence:upto(cue)) then return chosen end
  local within = participants.within(people, at)
  return within[1] and not any_subject:test(sentence:from(cue):skip(1):upto(within[1].np)) and within or chosen
end

-- `A 교수를 초청해 특강을 열었다`, `A 대표를 관저로 초청해 만찬을 함께했다`: the object right before it.
local nearby <const> = re.compile [[^[을를]\s(?:[가-힣]{1,6}(?:로|으로|에)\s)?$]]

function participants.object(sentence, people, cue)
  for _, p in ipairs(people) do
    if not p.bare and (p.tail == "을" or p.tail == "를") and nearby:test(sentence:from(p.np):upto(cue)) then return { p } end
  end
  return {}
end

-- `A 교수 사회로 B 총장, C 교수가 논의했다`: who stands right before it, and the subject behind it.
local leading <const> = re.compile [[^(?:의|을|를)?\s$]]

function participants.moderated(sentence, people, at)
  local chosen = {}
  for _, p in ipairs(people) do
    if leading:test(sentence:from(p.np):upto(at)) then
      chosen[1] = p
    elseif #chosen > 0 and p.np.start >= at.stop and (p.standing == "list" or p.standing == "subject") and not p.bare then
      chosen[#chosen + 1] = p
    end
  end
  return chosen
end

-- `A 대통령은 B 총리와 오찬을 함께했다`: whom it was shared with stands right before what was shared.
local sharing <const> = re.compile [[^[와과]\s(?:[가-힣]{1,6}\s)?(?:오찬|만찬|조찬|식사|차담)을?\s$]]

function participants.company(sentence, people, cue, chosen)
  if #chosen == 0 or not cue:is "함께" then return end
  for _, p in ipairs(people) do
    if not p.bare and p.np.stop <= cue.start and sharing:test(sentence:from(p.np):upto(cue)) then chosen[#chosen + 1] = p end
  end
end

-- `A 회장 이임식과 B 회장 취임식을 열고`: whose ceremony it was.
local possessor <const> = re.compile [[^의?\s(?:이[·ㆍ])?$]]

function participants.owner(sentence, people, cue, at)
  local chosen = {}
  for _, p in ipairs(people) do
    if not p.bare and (p.np.stop <= cue.start and possessor:test(sentence:from(p.np):upto(cue)) or p.np.start > cue.start and p.np.stop < at.stop) then
      chosen[#chosen + 1] = p
    end
  end
  return chosen
end

-- `회의에서 발언하는 A 대표.`: a caption without a verb closes in who is seen.
local closing <const> = re.compile [[^\s?(?:\([^()]*\))?\s?(?:$|[.ⓒ©/\[(<▲|=]|사진|연합뉴스|뉴시스|뉴스1)]]

function participants.posed(sentence, people, at)
  local chosen = {}
  for _, p in ipairs(people) do
    if p.np.start >= at.stop then
      if p.bare or #chosen == 0 and sentence:from(at):upto(p.np):chars() > 1 then return {} end
      chosen[#chosen + 1] = p
      if not p.joined then return p.tail == "" and closing:test(p.rest) and chosen or {} end
    end
  end
  return {}
end

local RECEIVER <const> = words.set { "에게", "으로부터", "로부터" }

-- `A 원장은 B 위원에게 임명장을 전달했다`: B is there too, whichever of the two is the subject.
function participants.receivers(people, at, chosen)
  for _, p in ipairs(people) do
    if RECEIVER:has(p.tail) and not p.bare and p.np.stop <= at.start then chosen[#chosen + 1] = p end
  end
end

-- `좌장은 A 교수가 맡았다`: the subject inside what the predicate spans.
function participants.within(people, span)
  local chosen = {}
  for _, p in ipairs(people) do
    if p.np.start >= span.start and p.np.stop <= span.stop and (p.standing == "subject" or p.standing == "list") then chosen[#chosen + 1] = p end
  end
  return chosen
end

-- `참석자는 A 장관, B 수석 등이다`: everybody behind it who is no subject of something else.
function participants.named(people, at)
  local chosen = {}
  for _, p in ipairs(people) do
    if p.np.start >= at.stop and not p.bare and (p.standing == "list" or p.tail == "" or p.tail == "이다") then chosen[#chosen + 1] = p end
  end
  return chosen
end

return participants
