-- The people found so far and the rules by which a later mention belongs to one of them.
local registry <const> = {}
registry.__index = registry

function registry.new()
  return setmetatable({ list = {}, by_name = {}, by_surname = {}, offices = {} }, registry)
end

---@param name Span
---@return boolean  a person of this name is known
function registry:has(name) return self.by_name[name:text()] ~= nil end

-- Adds a mention of a named person. The first affiliation and title that stand beside a name are its role;
-- a later mention fills what is missing.
---@param name Span
---@param place Span   the mention, name and title
---@param org Span?    the affiliation within role
---@param title Span|Span[]|nil
---@param role Span?   affiliation and title behind the name
---@param before Span? the affiliation in front of the name (국민의힘 장동혁 대표)
function registry:add(name, place, org, title, role, before)
  local key <const> = name:text()
  local one = self.by_name[key]
  if not one then
    one = { name = name, kind = "person", mentions = {} }
    self.by_name[key] = one
    self.list[#self.list + 1] = one
    self.offices[one] = {}
    local surname <const> = name:left(1):text()
    local same <const> = self.by_surname[surname] or {}
    same[#same + 1] = one
    self.by_surname[surname] = same
  end
  one.mentions[#one.mentions + 1] = place
  if not title then return one end
  local offices <const> = self.offices[one]
  offices[#offices + 1] = role
  if not one.title or (org and not one.organization) then
    one.title = title
    one.organization = org or before
    one.role = before and { before, role } or role
  end
  return one
end

-- Whether two titles can be one person's: 부총리 and 부총리 겸 … 장관, 의장 and 이사회 의장.
local function agrees(known, office)
  return known:has(office) or #office > 6 and known:ends(office:sub(-6))
end

-- A surname with a title (배 부총리) or 씨: the person of that surname who bears the title, the one named last before it
-- where several do; else the only one of that surname. 전 대표 and 한 의원 are words first, so they need the title.
local words_too <const> = { ["전"] = true, ["한"] = true, ["이"] = true, ["주"] = true, ["구"] = true, ["현"] = true, ["시"] = true, ["도"] = true, ["정"] = false }

---@param surname Span
---@param office Span?  nil for 씨
---@param place Span
function registry:add_short(surname, office, place)
  local same <const> = self.by_surname[surname:text()]
  if not same then return end
  local wanted <const> = office and office:text()
  local best, only
  for i = 1, #same do
    local one <const> = same[i]
    local fits = false
    if wanted then
      local offices <const> = self.offices[one]
      for j = 1, #offices do
        if agrees(offices[j], wanted) then fits = true break end
      end
    end
    if fits and (not best or one.name.start < place.start) then best = one end
    only = only == nil and one or false
  end
  if not best and only and not (words_too[surname:text()] and not wanted) then best = only end
  if best then
    best.mentions[#best.mentions + 1] = place
    return best
  end
end

function registry:records()
  for i = 1, #self.list do
    local one <const> = self.list[i]
    table.sort(one.mentions, function(a, b) return a.start < b.start end)
  end
  return self.list
end

return registry
