-- expect: error: string.rep: the result is over 1 MB
-- An exabyte of x.
return {
  name = "c_repeat", version = "1.0.0", summary = "hostile",
  fields = { { "a", "span?", "unused" }, { "n", "number?", "unused" }, { "s", "string?", "unused" }, { "l", "list of string?", "unused" } },
  extract = function(doc, config)
    return ("x"):rep(1e18)
  end,
}
