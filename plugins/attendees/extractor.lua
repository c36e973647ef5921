-- attendees: the people whom the article says were present at an organised event.
--   predicates  A, B 등이 참석했다 · 행사에 참석한 A · 회의를 주재했다 · 청문회에 출석한 A   (predicates.lua, company.lua, participants.lua)
--   captions    A가 …에서 열린 회의에서 발언하고 있다                                  (captions.lua)
-- Whoever is absent, expected, in court, on video or only reporting stays out.
local re <const> = require "re"
local words <const> = require "words"
local roles <const> = require "ko.roles"
local predicates <const> = require "predicates"
local subject <const> = require "subject"
local participants <const> = require "participants"
local captions <const> = require "captions"
local lineup <const> = require "lineup"
local known <const> = require "known"
local quotations <const> = require "quotations"

local cues <const> = words.file "cues.txt"
local reporter <const> = re.compile [[(?:기자|특파원|앵커|아나운서|리포터|교수협의회)$]]
-- `영상 축사`, `화상으로`: there on a screen only. `A를 대신해`, `불참한 A`.
local remote <const> = re.compile [[^\s?[^,.]{0,20}?(?:영상|화상|온라인|서면|비대면)(?:으로|을\s통해|\s?축사|\s?메시지|\s연결)]]

local foreign <const> = re.compile [[\s([가-힣]{2,})$]]

-- The stretches of speech in a sentence, in order. A short one is a name or a term and may stand within a role.
local SHORT <const> = 40   -- bytes, a dozen syllables
local function said_in(sentence, quotes)
  local list, stop, all = {}, sentence.start, quotes.list
  for i = quotes:first(stop), #all do
    local q = all[i]
    if q.whole.start >= sentence.stop then break end
    if q.mark == "double" and q.whole.start >= stop and sentence:contains(q.whole) and #q.whole > SHORT then
      list[#list + 1] = q.whole
      stop = q.whole.stop
    end
  end
  return list
end

-- Announcers who lead through an event are there, those who report of it are not.
local hosting <const> = { post = true, chair = true, moderate = true }

-- Predicates that a sentence may say of the person the sentence before it was about.
local carried <const> = { attend = true, appear = true, preside = true, hold = true, held = true, did = true, face = true, enter = true,
  oath = true, visit = true }
-- Those whose subject may stand behind them: `오찬을 마친 뒤 A 대통령은`.
local follows <const> = { attend = true, appear = true, preside = true, held = true, put = true, hold = true, did = true, face = true,
  enter = true, respects = true, oath = true, visit = true }

-- What the cues of one sentence amount to: predicates, whether it is a caption, where a line-up stands. nil where
-- they amount to nothing, as in most sentences.
local function evidence(sentences, i, hits)
  local sentence = sentences[i]
  local found, shows, zone
  for _, hit in ipairs(hits) do
    local kind = hit.kind
    if kind == "caption" then
      shows = shows or captions.is(sentence, hit.cue, sentences[i - 1])
    elseif kind == "place" then
      zone = zone or lineup.zone(sentence, sentences[i - 1], sentences[i - 2], hit.title)
    else
      local predicate = predicates.at(sentence, hit.cue, kind, sentences[i - 1], sentences[i - 2])
      if predicate then
        found = found or {}
        found[#found + 1] = predicate
      end
    end
  end
  if found or shows or zone then return { found = found or {}, shows = shows, zone = zone } end
  return nil
end

local function extract(doc)
  local records, seen = {}, {}
  local people               -- what is known of the article's people; read when the first sentence needs it
  local sentences <const> = doc.sentences()
  local speech               -- read when the first evidence asks
  local function quoted()
    speech = speech or quotations.new(doc.quoted())
    return speech
  end

  local function add(p, why)
    local person = people:of(p)
    local name = person.name:text()
    if person.title and reporter:test(person.title) and not hosting[why] or remote:test(p.rest) then return end
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

  local function people_of(sentence)
    people = people or known.people(doc)
    local here = people:join(sentence, roles.people(sentence, said_in(sentence, quoted())))
    subject.mark(sentence, here)
    return here
  end

  -- Predicates in speech are the speaker's story, not the article's.
  local function told(found)
    local list = {}
    for _, predicate in ipairs(found) do
      if not quoted():hold(predicate.span, "double") then list[#list + 1] = predicate end
    end
    return list
  end

  local function read(i, what)
    local sentence, found = sentences[i], told(what.found)
    if #found == 0 and not what.shows and not what.zone then return end
    local here = people_of(sentence)
    local function add_all(list, why)
      for _, p in ipairs(list) do
        if not quoted():hold(p.name, "double") then add(p, why) end
      end
    end
    for _, predicate in ipairs(found) do
      local chosen = participants.of(sentence, here, predicate)
      if #chosen == 0 and follows[predicate.kind] and subject.omitted(sentence, predicate.span) then
        chosen = subject.later(sentence, here, predicate.span)
          or i > 1 and carried[predicate.kind] and { subject.topic(people_of(sentences[i - 1])) } or chosen
      end
      add_all(chosen, predicate.kind)
    end
    if what.shows then add_all(captions.shown(sentence, here), "caption") end
    if what.zone then add_all(lineup.shown(what.zone, here), "line-up") end
  end

  local function close(i, hits)
    local what = evidence(sentences, i, hits)
    if what then read(i, what) end
  end

  local at, stop, hits = nil, 0, {}
  for cue, kind in cues:each(doc.body) do
    if cue.start >= stop then
      if at then close(at, hits) end
      local sentence, i = doc.sentence_of(cue)
      at, stop, hits = i, sentence and sentence.stop or cue.stop, {}
    end
    hits[#hits + 1] = { cue = cue, kind = kind, title = doc.title }
  end
  if at then close(at, hits) end

  table.sort(records, function(a, b) return a.name.start < b.name.start end)
  return records
end

return {
  name     = "attendees",
  version  = "1.0.0",
  summary  = "People whom the article says were present at an event",
  needs    = { "people" },
  triggers = {
    "참석", "배석", "동석", "참관", "자리", "참여", "참가", "동참", "동행", "함께", "찾", "드러", "출석", "청문회", "국감", "주재", "회견에", "브리핑에",
    "을 열", "를 열", "을 갖", "를 갖", "을 가졌", "를 가졌", "을 가진", "를 가진", "을 마", "를 마",
    "회의를", "회를", "식을", "행사를", "회견을", "브리핑을", "찬을", "차담을", "수상", "수여받", "서 연", "일 연", "전 연", "후 연", "개최", "를 진행", "을 진행", "주최", "좌장", "회담", "서명", "체결", "테이프", "무대에", "연단에", "단상에",
    "진행을", "사회", "좌장", "패널로", "토론자로", "발제", "연사로", "주관", "회동", "면담", "접견", "예방", "배웅", "환송", "영접", "마중",
    "고있다", "봉사를", "봉사활동을", "일 개최", "진행한", "식에서", "행사에서", "시삽", "사열", "타종", "첫 삽", "버튼을", "시상자로", "발표자로", "연설자로", "강사로", "강연자로", "시상은", "토론을", "서명하는", "얼굴을 비", "개회를", "산회를", "정회를", "선언했", "시구", "기조연설을", "토론에는", "무대인사", "주제발표", "주제 발표", "강연에", "연설에", "기자들 앞에", "포토월", "레드카펫", "증인", "증언대", "공연을", "무대를", "집회에", "시위에", "사인", "맺", "성금을", "부금을", "후원금", "장학금을", "취임식", "임식", "집전", "집례", "앉아", "모여 있", "발언하는", "답변하는", "축사하는", "연설하는", "인사말하는", "발표회에서", "강단에", "발언대에", "등장", "무대에는", "대독", "초청해", "초청하여", "강연을", "강연했", "특강", "강의는", "강연은", "발표는", "설교", "축도", "기도를", "참배", "헌화", "분향", "선서", "한자리에", "임명장을", "위촉장을", "표창장을", "감사패를", "공로패를", "진행으로", "마이크를", "낭독", "고 있", "모습", "촬영", "기념사진", "왼쪽", "오른쪽", "앞줄", "뒷줄",
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
