-- attendees: the people whom the article says were present at an organised event.
--   predicates  A, B 등이 참석했다 · 행사에 참석한 A · 회의를 주재했다 · 청문회에 출석한 A   (predicates.lua, subject.lua)
--   captions    A가 …에서 열린 회의에서 발언하고 있다                                  (captions.lua)
-- Whoever is absent, expected, in court, on video or only reporting stays out.
local re <const> = require "re"
local roles <const> = require "ko.roles"
local predicates <const> = require "predicates"
local subject <const> = require "subject"
local captions <const> = require "captions"
local lineup <const> = require "lineup"
local known <const> = require "known"

local caption <const> = re.compile [[(?:고\s있(?:다|는|습)|모습|기념\s?촬영|기념사진)]]
local place <const> = re.compile [[(?:왼쪽|오른쪽|앞줄|뒷줄|가운데)(?:\s?[가-힣]{1,2}\s?번째)?(?:부터|은|는|에서)]]
local reporter <const> = re.compile [[(?:기자|특파원|앵커|아나운서|리포터|교수협의회)$]]
-- `영상 축사`, `화상으로`: there on a screen only. `A를 대신해`, `불참한 A`.
local remote <const> = re.compile [[^\s?[^,.]{0,20}?(?:영상|화상|온라인|서면|비대면)(?:으로|을\s통해|\s?축사|\s?메시지|\s연결)]]
local absent <const> = re.compile [[(?:불참|불출석|참석하지|출석하지|나오지\s않|대신해|대신하여|를\s대신|을\s대신)]]

local foreign <const> = re.compile [[\s([가-힣]{2,})$]]

-- A stretch of speech inside the sentence: predicates there are the speaker's story, not the article's.
local function spoken(quotes, place)
  for _, q in ipairs(quotes) do
    if q.whole.start > place.start then return false end
    if q.mark == "double" and q.whole:contains(place) then return true end
  end
  return false
end

-- Predicates that a sentence may say of the person the sentence before it was about.
local carried <const> = { attend = true, appear = true, preside = true }

local function extract(doc)
  local records, seen = {}, {}
  local people = known.people(doc)

  local function add(p, why)
    local person = people:of(p)
    local name = person.name:text()
    if person.title and reporter:test(person.title) then return end
    if remote:test(p.rest) then return end
    doc.note(name, why)
    if seen[name] then return end
    seen[name] = true
    local last = foreign:match(person.name)
    if last then
      -- 해럴드 로저스, 해롤드 로저스: two spellings of one foreign name
      local key = last[1] .. "/" .. tostring(person.organization or person.title or "")
      if seen[key] then return end
      seen[key] = true
    end
    records[#records + 1] = { name = person.name, role = person.role, organization = person.organization, title = person.title, at = p.np }
  end

  local sentences = doc.sentences()
  for i, sentence in ipairs(sentences) do
    local found = predicates.of(sentence, sentences[i - 1], sentences[i - 2])
    local shows, places = caption:test(sentence), place:test(sentence)
    if #found > 0 or shows or places then
      local here = people:join(sentence, roles.people(sentence))
      local quotes = doc.quoted()
      subject.mark(sentence, here)
      local function add_all(list, why)
        for _, p in ipairs(list or {}) do
          if not spoken(quotes, p.name) then add(p, why) end
        end
      end
      for _, predicate in ipairs(found) do
        if not spoken(quotes, predicate.span) then
          local chosen = subject.of(sentence, here, predicate)
          if #chosen == 0 and i > 1 and carried[predicate.kind] and subject.omitted(sentence, predicate.span) then
            local previous = sentences[i - 1]
            local there = people:join(previous, roles.people(previous))
            subject.mark(previous, there)
            chosen = { subject.topic(there) }
          end
          add_all(chosen, predicate.kind)
        end
      end
      if shows then add_all(captions.shown(sentence, here), "caption") end
      if places then add_all(lineup.shown(sentence, here, sentences[i - 1], doc.title), "line-up") end
    end
  end
  table.sort(records, function(a, b) return a.name.start < b.name.start end)
  return records
end

return {
  name     = "attendees",
  version  = "1.0.0",
  summary  = "People whom the article says were present at an event",
  needs    = { "people" },
  triggers = {
    "참석", "배석", "동석", "동행", "자리", "참여", "참가", "동참", "함께", "출석", "주재", "회의", "회견", "간담회", "찬을", "회담", "서명", "테이프",
    "왼쪽", "오른쪽", "앞줄", "뒷줄", "참관", "행사장을", "식을", "브리핑", "무대에", "연단에", "단상에", "마이크를", "낭독", "고 있", "모습", "촬영",
  },
  fields   = {
    { "name",         "span",  "the person's name" },
    { "role",         "span?", "affiliation and title as written" },
    { "organization", "span?", "the affiliation within role" },
    { "title",        "span?", "the title within role" },
  },
  identity = { "name" },
  extract  = extract,
}
