-- Organised events that an article reports with a day or a place: name, day, place and who holds them.
--
--   phrases.lua  finds where a noun phrase begins       hosts.lua     who holds it
--   kinds.txt    nouns of events                        lib/ko/dates  `지난달 30일` against the article's day
local re <const> = require "re"
local words <const> = require "words"
local dates <const> = require "ko.dates"
local phrases <const> = require "phrases"
local hosts <const> = require "hosts"

local kinds <const> = words.file "kinds.txt"

-- Verbs of holding, behind the event (`발표회를 열었다`, `발표회가 열렸다`) and before it (`열린 발표회`).
local held <const> = re.compile([[
    (?:열린|열리는|열릴|개최된|개최되는|개최한|진행된|치러진|마련된)\x20(?<behind>)
  | (?<object>[을를])\x20(?:[가-힣]{1,6}(?:게|로|히|서)?\x20)?(?:열었|열고|연다|열어|열며|열기로|열\x20예정|열린|여는|개최|주최|진행했|진행한|진행하고
    |가졌|갖고|갖는다|마련했)
  | (?:열렸|열린다|열릴\x20예정|개최됐|개최된다|개최되|막을\x20올|막을\x20올렸|진행됐|치러졌)(?<verb>)]], "x")

-- The commonest pieces of these verbs. As a set of words they are found far faster than as a pattern of alternatives.
local HINTS <const> = {
  "열린", "열리", "열릴", "열렸", "열었", "열고", "열어", "열며", "열기", "개최", "연다", "가졌", "진행했", "진행한", "진행된", "진행하", "갖고", "막을 올",
}
local hints <const> = words.set(HINTS)

-- The sentences that hold one, by index.
local function sentences_of_holding(doc)
  local found <const>, order <const> = {}, {}
  for hint in hints:each(doc.body) do
    local sentence <const>, index <const> = doc.sentence_of(hint)
    if sentence and not found[index] then
      found[index] = sentence
      order[#order + 1] = index
    end
  end
  return order, found
end

local coming <const> = re.compile [[열리는|열릴|연다|열기로|열\x20예정|여는|열린다|개최한다|개최할|개최될|개최된다|개최하기로]]
-- `4일 '…' 행사를 열고 신제품을 공개한다`: the sentence speaks of what is to come.
local ahead <const> = re.compile [[(?:한다|된다|린다|연다|선다|인다|예정이다|계획이다|방침이다|예정입니다|합니다|됩니다|립니다)[.]?$]]
local subject_mark <const> = re.compile [[^[’'”"]?(?:이|가|은|는|도)\x20]]
local name_end <const> = re.compile [=[^(?:[’'”"」>]|\([^()]*\))*(?:에서|에는|에선|에도|에|을|를|은|는|이|가|의|와|과|도|로|다[.\s]|였|[,.\s)\]]|$|장|현장|입구|무대)]=]
local joins_on <const> = re.compile [[^[’'”"」>]?\x20(?![^\s]*(?:[은는을를이가]|에서|에게|에)\x20)(?:[^\s,.]{1,10}\x20?)?$]]
local in_name <const> = re.compile [[[,.?!…]\x20?|했다|됐다|에서\x20|에게\x20|[을를]\x20(?!위한|향한|넘어)]]
local here <const> = re.compile [[에서\x20]]

-- A name that begins right behind `열린`: up to the noun of an event that a particle closes.
local function name_behind(place)
  local window <const> = place:left(70)
  local stop, tag, last
  for kind, t in kinds:each(window) do
    if stop and not joins_on:test(stop:between(kind)) and stop.stop ~= kind.start then break end
    if name_end:test(window:from(kind)) then stop, tag, last = kind, t, kind end
    if stop and last == kind and re.test([[^[’'”"」>]?(?:에서|에는|에|을|를|은|는|이|가|의)]], window:from(kind)) then break end
  end
  if not stop then return nil end
  local span <const> = window:upto(stop):hull(stop)
  if in_name:test(span:upto(stop)) then return nil end
  return span, tag, stop
end

-- A name that ends at a noun of an event: `… 1차 발표회`, `'정기총회 및 이·취임식'`.
local mark_behind <const> = re.compile "['’”\"」>]$"
local function name_ending(place)
  local mark <const> = mark_behind:find(place)
  local head <const> = mark and place:upto(mark) or place
  local kind <const>, tag <const> = kinds:ends(head)
  if not kind then return nil end
  local span <const> = phrases.ending(place, 9)
  if not span or not span:contains(kind) then return kind, tag, kind end
  return span, tag, kind
end

-- Marks around a name; an opening mark whose other half stands outside.
local whole_marks <const> = re.compile [=[^['‘"“「<\[]([^'’"”」>\]]+)['’"”」>\]]$]=]
local half_mark <const> = re.compile [[^(?<before>[^‘“「<]*)[‘“「<](?=[^’”」>'"]*$)|^(?<quote>[^'"]*)['"](?=[^'"]*$)]]
local closing_mark <const> = re.compile "^['’\"”」>]"
local lead <const> = re.compile [[^(?:(?:이번|이날|올해|제)\x20|\d{4}년도?\x20(?=정기|임시))+]]
-- `상하이 시장과 | 면담을`: with whom
local met <const> = re.compile [[^.*[와과]\x20(?=[^\s]*(?:면담|회담|회동|오찬|만찬|차담|간담회)$)]]
local function tidy(span)
  local whole <const> = whole_marks:match(span)
  if whole then span = whole[1] end
  local half <const> = half_mark:match(span)
  if half then
    local close <const> = closing_mark:find(span:after(1))
    local outside <const> = half.before or half.quote
    -- `3주년 기념 ‘Anniversary 페스티벌’`: the mark behind the name belongs to it; else the name begins behind the mark.
    if close and outside and #outside > 0 then span = span:hull(close) else span = span:from(half[0]) end
  end
  local adverb <const> = lead:find(span)
  if adverb then span = span:from(adverb) end
  local whom <const> = met:find(span)
  if whom then span = span:from(whom) end
  return phrases.clean(span)
end

-- `과학기술정보통신부 주관 '독자 AI 파운데이션 모델 1차 발표회'`: the host, then the name.
local host_first <const> = re.compile [[^(?<host>[^'‘]{2,30}?)(?:[이가]\x20|\x20)(?:공동\x20?)?(?:주최|주관)(?:한|하는|로|으로)?\x20]]

-- The day nearest before a place, within the words that can belong to the same event.
-- Of a range (`1월 31일부터 2월 8일까지`) the first.
local range <const> = re.compile [[^(?:\([^()]*\))?(?:부터|\x20?[~∼\-])\x20?$]]
local function day_in(place, today, last, side)
  local list <const> = dates.of(place, today, last, side)
  local at = #list
  while at > 1 and range:test(list[at - 1].span:between(list[at].span)) do at = at - 1 end
  return list[at] and list[at].date or nil
end

-- The place that `…에서` closes: the phrase before it.
local glued_day <const> = re.compile [[^\d{1,2}일(?!간)(?:\([^()]*\))?(?:오전|오후)?]]   -- `30일서울 강남구 코엑스`
local function place_in(place)
  local hit
  for m in here:gmatch(place) do hit = m[0] end
  if not hit then return nil end
  local span = phrases.ending(place:upto(hit), 6, true)
  if not span then return nil end
  local glued <const> = glued_day:find(span)
  if glued then span = span:from(glued) end
  return phrases.clean(span)
end

-- The day that `이날` means in a sentence: a day just named, or the day the article is about, which is that of its
-- publication or the day before, where it names that. Reads on from where it stopped, and only when asked.
local function this_day(index, state)
  for i = state.read + 1, index - 1 do
    for _, d in ipairs(dates.of(state.doc.sentences()[i], state.today, nil)) do
      if not d.word then
        state.named, state.at = d.date, i
        if dates.near(d.date, state.today) then state.main = d.date end
      end
    end
    state.read = i
  end
  if state.named and index - state.at <= 1 then return state.named end
  return state.main or state.named
end

local no_place <const> = re.compile([[^(?:이|그|저|여기|자리|이\x20자리|현장|행사|회의|이날|온라인|방송|인터뷰|통화|페이스북|측|가운데|분위기|상황|과정|[^\s]*(?:측|과정|사업|업계|시장|분야))$|속$|인터뷰
  |브리핑$|방송$|페이스북|SNS|게시판]], "x")

local sale <const> = re.compile [[할인|세일|판촉|기획전|특가|사은]]     -- `결산 할인 행사`: nobody meets there

-- Another event is no place: `국무회의에서 열린 보고회`.
local function is_place(span)
  return span:chars() > 1 and not no_place:test(span) and not kinds:ends(span)
         and not (mark_behind:test(span) and kinds:ends(span:chop(1)))
end

local function event_of(sentence, index, m, state)
  local before, name, tag, kind, area
  if m.behind then                                   -- `30일 코엑스에서 열린 1차 발표회`
    before = sentence:upto(m[0])
    name, tag, kind = name_behind(sentence:from(m[0]))
    area = before:right(60)
  else
    local edge = m.object
    if not edge then                                 -- `1차 발표회가 30일 코엑스에서 열렸다`
      local clause <const> = sentence:upto(m[0]):right(70)
      for k in kinds:each(clause) do
        local mark <const> = subject_mark:find(clause:from(k))
        if mark then edge = mark end
      end
      if not edge then return nil end
      area = sentence:upto(m[0])
    end
    name, tag, kind = name_ending(sentence:upto(edge))
    before = name and sentence:upto(name)
    area = area or before
  end
  if not name then return nil end
  local first <const> = host_first:match(name)
  if first then name = name:from(first[0]) end
  name = tidy(name)
  if tag == "bare" and #name == #kind or sale:test(name) then return nil end
  local side <const> = (coming:test(m[0]) or ahead:test(sentence)) and "오는" or nil
  local near <const> = area:right(80)
  local today <const> = near:has "이날" and this_day(index, state) or nil
  local day <const> = day_in(near, state.today, today, side)
  local place = place_in(area)
  if place and not is_place(place) then place = nil end
  if not day and not place then return nil end
  local list = first and hosts.split(first.host) or hosts.arranged(area)
  if #list == 0 and m.object then list = hosts.subject(before) end
  return { name = name, date = day and dates.text(day) or nil, place = place, hosts = list, at = name:hull(m[0]) }
end

-- `1차 발표회` and `발표회` of one article are one event where nothing they tell differs.
local function same(a, b)
  if a.date and b.date and a.date ~= b.date then return false end
  local x <const>, y <const> = a.name:text(), b.name:text()
  return x == y or a.name:ends(y) or b.name:ends(x)
end

local function join(into, e)
  if #e.name > #into.name then into.name = e.name end
  into.date = into.date or e.date
  into.place = into.place or e.place
  if #into.hosts == 0 then into.hosts = e.hosts end
end

local function add(list, e)
  for _, other in ipairs(list) do
    if same(other, e) then return join(other, e) end
  end
  list[#list + 1] = e
end

local function extract(doc)
  local list <const> = {}
  local order <const>, sentences <const> = sentences_of_holding(doc)
  local state <const> = { doc = doc, today = dates.published(doc.meta), read = 0 }
  for _, index in ipairs(order) do
    for m in held:gmatch(sentences[index]) do
      local e <const> = event_of(sentences[index], index, m, state)
      if e then add(list, e) end
    end
  end
  local records <const> = {}
  for _, e in ipairs(list) do
    records[#records + 1] = { name = e.name, date = e.date, place = e.place, hosts = e.hosts, at = e.at }
  end
  return records
end

return {
  name     = "event",
  version  = "1.0.0",
  summary  = "Organised events that the article reports with a day or a place",
  triggers = HINTS,
  fields   = {
    { "name",  "span",         "what the event is called" },
    { "date",  "string?",      "its (first) day as YYYY-MM-DD, resolved against the day of publication" },
    { "place", "span?",        "where it is held, as written" },
    { "hosts", "list of span", "who holds it" },
  },
  identity = { "name", "date" },
  extract  = extract,
}
