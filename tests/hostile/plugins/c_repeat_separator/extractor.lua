-- expect: error: string.rep: the result is over 1 MB
-- Length and separator overflow together.
return {
  name = "c_repeat_separator", version = "1.0.0", summary = "hostile",
  fields = { { "a", "span?", "unused" }, { "n", "number?", "unused" }, { "s", "string?", "unused" }, { "l", "list of string?", "unused" } },
  extract = function(doc, config)
    return (""):rep(math.maxinteger, ("x"):rep(1000))
  end,
}
