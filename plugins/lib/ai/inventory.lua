-- The models and chips of one article: which mentions are the same system, and what its fullest name is.
--   `K-엑사원(EXAONE)` and `K엑사원`; `8B옴니` → `하이퍼클로바X 시드 8B 옴니`; `라마` → `라마(Llama) 3.1`
local re <const> = require "re"
local words <const> = require "words"
local names <const> = require "ai.names"

local inventory <const> = {}

local token <const> = re.compile [[[가-힣]+|\d+(?:\.\d+)*[A-Za-z]{0,2}(?![A-Za-z])|[A-Za-z]+|\d+]]
local number_token <const> = re.compile [[^\d]]
local version_token <const> = re.compile [[^\d[\d.]*$]]

-- The pieces of a name that tell it from others, lower-case and in one script: `하이퍼클로바X 시드 8B 옴니` → hyperclova x seed 8b omni.
local spellings <const> = words.file "ai/spellings.txt"
local spaced <const> = re.compile [[[^\x20]+]]
local function tokens(text)
  local list <const> = {}
  for m in token:gmatch(text) do
    local latin <const> = spellings:has(m[0])
    if latin then
      for piece in spaced:gmatch(latin) do list[#list + 1] = piece[0] end
    else
      list[#list + 1] = string.lower(m[0])
    end
  end
  return list
end

local function set_of(list, into)
  local set <const> = into or {}
  for _, t in ipairs(list) do set[t] = true end
  return set
end

local function within(list, set)
  for _, t in ipairs(list) do
    if not set[t] then return false end
  end
  return true
end

local function numbered(list)
  local n = 0
  for _, t in ipairs(list) do
    if number_token:test(t) then n = n + 1 end
  end
  return n
end

-- A bracket inside a name is another spelling (`라마(Llama) 3.1`); only a size in it belongs to the name itself.
local inner_alias <const> = re.compile [[\(([A-Z][A-Za-z0-9.\-\x20]*)\)(?=.)]]

local function key(list) return table.concat(list, " ") end

-- Adds the system a mention names, or finds it.
local function enter(self, mention)
  local text <const> = mention.span:text()
  local bare <const> = inner_alias:gsub(text, "")
  local list <const> = tokens(bare)
  local id <const> = key(list)
  local system = self.by_key[id]
  if not system then
    self.longer = self.longer or #list > 2
    system = { span = mention.span, name = text, tokens = list, all = set_of(list), kind = mention.kind, others = {} }
    self.by_key[id] = system
    self.systems[#self.systems + 1] = system
  end
  local inner <const> = inner_alias:match(text)
  if inner then
    set_of(tokens(inner[1]), system.all)
  elseif inner_alias:test(system.name) then   -- a spelling without the bracket is the name, where there is one
    system.span, system.name = mention.span, text
  end
  if mention.alias and names.is_alias(mention.alias, text) then
    local other <const> = tokens(mention.alias:text())
    set_of(other, system.all)
    system.others[mention.alias:text()] = mention.alias
    self.alias_of[key(other)] = self.alias_of[key(other)] or system
    if numbered(other) > numbered(system.tokens) and not system.fuller then system.fuller = mention.alias end
  end
  system.marked = system.marked or mention.marked
  system.count = (system.count or 0) + 1
  system.firm = mention.firm
  mention.system, mention.own = system, not inner and system
end

local function versioned(list)
  for _, t in ipairs(list) do
    if version_token:test(t) then return true end
  end
  return false
end

-- Of two that a short form may stand for, the one the text speaks of all the time: that often as much.
local OFTENER <const> = 3
local function far_oftener(a, b) return a.count >= OFTENER * b.count end

-- `챗GPT`, of which the text has told all before it comes to `챗GPT 플러스`, stands for itself: that is what a subscription is called.
local plan <const> = re.compile [[^\x20(?:플러스|프로|맥스|울트라|팀|고|어드밴스드)$]]
local function plan_of(s, own)
  return own ~= nil and own.kind == "service" and s.span.start > own.span.start and s.count < own.count
         and string.sub(s.name, 1, #own.name) == own.name and plan:test(string.sub(s.name, #own.name + 1))
end

-- The system that a shorter mention stands for: the one system whose name holds all its pieces and more. One that the
-- text gives its own second spelling (`제미나이(Gemini)`) stands for a version or a size of itself only, not for `제미나이 로보틱스`;
-- and so does one with a version: `GPT-5.1` is not `GPT-5.1 코덱스`.
local function lengthen(self, list, own)
  local hit
  local numbers <const> = numbered(list)
  local whole <const> = own and (next(own.others) or versioned(list))
  for _, s in ipairs(self.systems) do
    local apart <const> = whole and numbered(s.tokens) == numbers and (next(own.others) or s.tokens[1] == list[1])
    if s ~= own and not apart and not plan_of(s, own) and #s.tokens > #list and within(list, s.all) then
      local same <const> = hit and (within(s.tokens, hit.all) or within(hit.tokens, s.all))
      if hit and not same then
        if far_oftener(s, hit) then
          hit = s
        elseif not far_oftener(hit, s) and not (own and hit.span.start < own.span.start and own.span.start < s.span.start) then
          return own
        end
      elseif not hit or #s.tokens > #hit.tokens then
        hit = s
      end
    end
  end
  return hit or own
end

-- The index of the first mention that ends behind a place; the mentions are in order and do not overlap.
local function first_behind(mentions, start)
  local low, high = 1, #mentions + 1
  while low < high do
    local middle <const> = (low + high) // 2
    if mentions[middle].span.stop > start then high = middle else low = middle + 1 end
  end
  return low
end
inventory.first_behind = first_behind

-- The mentions within a place.
function inventory.within(self, place)
  local list <const> = {}
  for i = first_behind(self.mentions, place.start), #self.mentions do
    local m <const> = self.mentions[i]
    if m.span.stop > place.stop then break end
    if m.span.start >= place.start then list[#list + 1] = m end
  end
  return list
end

-- Whether any mention lies within a place.
function inventory.any_within(self, place)
  local m <const> = self.mentions[first_behind(self.mentions, place.start)]
  return m ~= nil and m.span.stop <= place.stop
end

-- `32B급 모델`, `8B는`; not `100B급 바르코`, `500B 규모`.
local model_behind <const> = re.compile [[^(?:급?\x20?(?:AI\x20)?모델|[은는]\x20|[이가]\x20\d)]]

-- The system of a size that the text has given in full before a place: the one it speaks of most, or nil.
local function of_size(self, list, start)
  local hit, rival
  for _, s in ipairs(self.systems) do
    if s.span.start < start and #s.tokens > #list and within(list, s.all) and s.stands_for ~= hit then
      if not hit or s.stands_for.count > hit.count then hit, rival = s.stands_for, hit else rival = s.stands_for end
    end
  end
  return not (rival and rival.count == hit.count) and hit or nil
end

-- Mentions by size alone, where they name one system that the article has given in full.
local function add_sizes(self, body)
  if #self.systems == 0 then return end
  local found <const> = {}
  for _, m in ipairs(names.sizes(body)) do
    local core <const> = m.tail and m.size:hull(m.tail) or m.size
    local long <const> = m.lead and m.lead:hull(core)
    local span, system = core, nil
    if long then system = lengthen(self, tokens(long:text()), nil) end
    if system then
      span = long
    elseif m.tail or model_behind:test(core:after(6)) then
      system = of_size(self, tokens(core:text()), core.start)
    end
    local neighbour <const> = self.mentions[first_behind(self.mentions, span.start)]
    local taken <const> = neighbour and neighbour.span.start < span.stop
    if system and not taken then found[#found + 1] = { span = span, system = system } end
  end
  for _, m in ipairs(found) do self.mentions[#self.mentions + 1] = m end
  if #found > 0 then table.sort(self.mentions, function(a, b) return a.span.start < b.span.start end) end
end

-- `가장 작은 나노는 52.4%`: a maker's word alone, where it takes a figure, stands for the system that it ends.
local alone <const> = re.compile [[(?<![가-힣A-Za-z0-9\-])(?:프로|플래시|미니|나노|맥스|라이트|울트라|터보|씽킹|싱킹|싱크|씽크|인스트럭트|베이스)(?=[은는이가]\x20(?:[가-힣]{1,4}\x20)?\d[\d.,]*\x20?(?:점|%|위)|\(\d[\d.]*(?:점|%)\))]]
local function add_variants(self, body)
  local found <const> = {}
  if not self.longer then return end
  for m in alone:gmatch(body) do
    local last <const> = key(tokens(m[0]:text()))
    local neighbour <const> = self.mentions[first_behind(self.mentions, m[0].start)]
    local hit
    for _, s in ipairs(self.systems) do
      if s.tokens[#s.tokens] == last and #s.tokens > 1 and s.span.start < m[0].start and (not hit or s.count > hit.count) then hit = s end
    end
    if hit and not (neighbour and neighbour.span.start < m[0].stop) then found[#found + 1] = { span = m[0], system = hit.stands_for } end
  end
  for _, m in ipairs(found) do self.mentions[#self.mentions + 1] = m end
  if #found > 0 then table.sort(self.mentions, function(a, b) return a.span.start < b.span.start end) end
end

-- Reads an article.
function inventory.read(body)
  local self <const> = { systems = {}, by_key = {}, alias_of = {}, mentions = names.mentions(body) }
  for _, m in ipairs(self.mentions) do enter(self, m) end
  for _, s in ipairs(self.systems) do
    local named <const> = self.alias_of[key(s.tokens)] or s
    s.stands_for = lengthen(self, named.tokens, named)
  end
  for _, m in ipairs(self.mentions) do
    m.system = m.system.stands_for
    m.first = not m.system.named
    m.system.named = true
  end
  add_sizes(self, body)
  add_variants(self, body)
  return self
end

-- The span of a system's fullest name; where a mention is given, its own form if that is as full.
function inventory.name(system, mention)
  return system.fuller or mention and mention.own == system and mention.span or system.span
end

return inventory
