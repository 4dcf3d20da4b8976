# De voorbeeldnetwerken op het startscherm.
sample-register = Gemeenschappelijke regelingen
sample-register-line = Echte gegevens: 17 gemeenten in Noord-Holland Noord en hun 25 regelingen. Wie zit waar aan tafel?
sample-governance = Bestuur van Noord-Holland Noord
sample-governance-line = Voorstel uit 2025: stuurgroep, platforms, drie basisregio's, provincie, ondernemers en Rijk. Wie verbindt ze?
sample-labour = Arbeidsmarktregio
sample-labour-line = Verzonnen voorbeeld met alle soorten relaties: gemeenten, UWV, ondernemers en onderwijs rond één vraag.
