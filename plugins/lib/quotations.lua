-- The quotations of a document by place, for texts that hold thousands.
local quotations <const> = {}
quotations.__index = quotations

---@param list Quoted[]  doc.quoted()
function quotations.new(list)
  return setmetatable({ list = list, reach = {} }, quotations)
end

-- How far the first `index` quotations reach, filled in as far as it is asked for.
local function reach_of(self, index)
  local list <const>, reach <const> = self.list, self.reach
  for i = #reach + 1, index do
    local stop <const>, before <const> = list[i].whole.stop, reach[i - 1] or 0
    reach[i] = stop > before and stop or before
  end
  return reach[index]
end

-- The index of a quotation before which all end at or before an offset: where to begin to look for those behind it.
---@param offset integer
---@return integer
function quotations:first(offset)
  local low, high = 1, #self.list + 1
  while low < high do
    local middle <const> = (low + high) // 2
    if reach_of(self, middle) <= offset then low = middle + 1 else high = middle end
  end
  return low
end

-- Whether a quotation holds a place; with a mark, one in such marks.
---@param place Span
---@param mark string?
---@return boolean
function quotations:hold(place, mark)
  local list <const> = self.list
  for i = self:first(place.start), #list do
    local quoted <const> = list[i]
    if quoted.whole.start > place.start then return false end
    if (not mark or quoted.mark == mark) and quoted.whole:contains(place) then return true end
  end
  return false
end

return quotations
