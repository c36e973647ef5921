return {
  wrap = function(text, tag) return ("<%s %s>"):format(text, tostring(tag)) end,
}
