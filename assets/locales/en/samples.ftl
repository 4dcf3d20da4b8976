# The sample networks on the start screen.
sample-register = Statutory cooperation
sample-register-line = Real facts: 17 municipalities in Noord-Holland Noord and their 25 arrangements. Who sits at which table?
sample-governance = Governance of Noord-Holland Noord
sample-governance-line = Proposal of 2025: steering group, platforms, three sub-regions, province, business and state. Who connects them?
sample-labour = Labour market region
sample-labour-line = Made-up example with every kind of relation: municipalities, UWV, business and education around one question.
