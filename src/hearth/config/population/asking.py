KINDS = ()


def queries(*a): ...
