-- Names that are part of a longer one of the same person.
local longer <const> = {}

-- The persons of names of several words, by the words that begin and end them; of those that end alike the longest.
local function by_ends(people)
  local index <const> = {}
  for i = 1, #people.list do
    local one <const> = people.list[i]
    local gap <const> = one.name:rfind(" ")
    if gap and one.kind == "person" then
      local first <const>, last <const> = one.name:upto(one.name:find(" ")):text(), one.name:from(gap):text()
      index[first] = index[first] or one
      if not index[last] or #index[last].name < #one.name then index[last] = one end
    end
  end
  return index
end

-- 로페스 오브라도르 beside 안드레스 마누엘 로페스 오브라도르: a name of several words that ends a longer one is the same person's.
---@param people table  the registry
---@return table<string, table>  the person whom a word alone names: 다카이치 for 다카이치 사나에, 트럼프 for 도널드 트럼프
function longer.merge(people)
  local index <const>, kept <const> = by_ends(people), {}
  for i = 1, #people.list do
    local one <const> = people.list[i]
    local gap <const> = one.name:rfind(" ")
    local whole <const> = gap and index[one.name:from(gap):text()]
    if whole and whole ~= one and whole.name:ends(" " .. one.name) then
      for k = 1, #one.mentions do whole.mentions[#whole.mentions + 1] = one.mentions[k] end
      if not whole.title then whole.role, whole.title, whole.organization = one.role, one.title, one.organization end
      people.by_name[one.name:text()] = whole
    else kept[#kept + 1] = one
    end
  end
  people.list = kept
  return index
end

return longer
