return {name="quotes", extract=function(doc) return {} end}
