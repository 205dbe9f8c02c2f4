WHAT, PROOFS = {}, {}
def missing(tree): return []
