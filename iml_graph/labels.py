"""Words that the command line and the downloads use, in English, French and Spanish.

Names of concepts (statuses, acts, steps) are not here: they come from the vocabularies in the graph.
"""

from __future__ import annotations

from iml_graph import adviser_words, road_words

LANGUAGES = ("en", "fr", "es")

_WORDS: dict[str, tuple[str, str, str]] = {
    "acronym": ("Acronym", "Sigle", "Sigla"),
    "act": ("Act", "Acte", "Acto"),
    "acts": ("Acts", "Actes", "Actos"),
    "adopted": ("Adoption", "Adoption", "Adopción"),
    "analysis": ("Analysis of provisions", "Analyse des dispositions", "Análisis de las disposiciones"),
    "anchored": ("On provisions", "Sur des dispositions", "Sobre disposiciones"),
    "adopted_by": ("Adopting body", "Organe qui l’a adopté", "Órgano que lo aprobó"),
    "bilateral": ("Bilateral treaty", "Traité bilatéral", "Tratado bilateral"),
    "bodies": ("Monitoring", "Surveillance", "Supervisión"),
    "branch": ("Branch of law", "Branche du droit", "Rama del derecho"),
    "code": ("Code", "Code", "Código"),
    "complete_as_of": ("Record complete as of", "Données complètes au", "Registro completo al"),
    "date": ("Date", "Date", "Fecha"),
    "depositary": ("Depositary", "Dépositaire", "Depositario"),
    "deposited": ("Deposited", "Déposé le", "Depositado el"),
    "doubtful": ("Doubtful", "Douteuses", "Dudosas"),
    "provisions": ("Provisions", "Dispositions", "Disposiciones"),
    "relations": ("Relations", "Relations", "Relaciones"),
    "reviewed": ("Reviewed", "Revues", "Revisadas"),
    "tags": ("Tags", "Indexations", "Etiquetas"),
    "equivalent_to": ("Says the same as", "Équivaut à", "Equivale a"),
    "narrower_than": ("Says less than", "Dit moins que", "Dice menos que"),
    "broader_than": ("Says more than", "Dit plus que", "Dice más que"),
    "partly_covers": ("Covers in part", "Recouvre en partie", "Cubre en parte"),
    "conflicts_with": ("Conflicts with", "Contredit", "Contradice"),
    "other": ("Other instrument", "Autre instrument", "Otro instrumento"),
    "other_provision": ("Its provision", "Sa disposition", "Su disposición"),
    "elsewhere": ("On no provision", "Sur aucune disposition", "Sobre ninguna disposición"),
    "editorial": ("Editorial judgement", "Jugement éditorial", "Juicio editorial"),
    "effective": ("In effect", "Prise d’effet", "Surte efecto"),
    "entry_clause": ("Clause on entry into force", "Clause d’entrée en vigueur", "Cláusula de entrada en vigor"),
    "coverage": ("Coverage", "Couverture", "Cobertura"),
    "facts": ("Facts", "Faits", "Hechos"),
    "first": ("Join first", "Devenir d’abord partie à", "Hacerse antes parte en"),
    "force": ("Force", "Force", "Fuerza"),
    "in_force": ("Entry into force", "Entrée en vigueur", "Entrada en vigor"),
    "general": ("On the whole", "Sur l’ensemble", "Sobre el conjunto"),
    "id": ("Identifier", "Identifiant", "Identificador"),
    "in_force_from": ("In force from", "En vigueur depuis", "En vigor desde"),
    "instrument": ("Instrument", "Instrument", "Instrumento"),
    "instruments": ("Instruments", "Instruments", "Instrumentos"),
    "kind": ("Kind of gap", "Type de lacune", "Tipo de laguna"),
    "languages": ("Authentic languages", "Langues faisant foi", "Idiomas auténticos"),
    "last_known": ("Last known", "Dernier état connu", "Último estado conocido"),
    "left": ("Left", "À gauche", "A la izquierda"),
    "link": ("Link", "Lien", "Enlace"),
    "list_mark": ("; ", " ; ", "; "),
    "missing": ("Not recorded", "Non renseigné", "Sin dato"),
    "mode": ("By", "Par", "Por"),
    "non-binding": ("Not binding", "Non contraignant", "No vinculante"),
    "official_titles": ("Official titles", "Titres officiels", "Títulos oficiales"),
    "one": ("One source", "Une source", "Una fuente"),
    "party": ("Party", "Partie", "Parte"),
    "secondary-law": ("Act of secondary law", "Acte de droit dérivé", "Acto de derecho derivado"),
    "several": ("Two or more", "Deux ou plus", "Dos o más"),
    "seeAlso": ("Page", "Page", "Página"),
    "scope": ("Scope", "Portée", "Alcance"),
    "signed": ("Signed", "Signé le", "Firmado el"),
    "since": ("Since", "Depuis", "Desde"),
    "sources": ("Sources", "Sources", "Fuentes"),
    "statements": ("Reservations and declarations", "Réserves et déclarations", "Reservas y declaraciones"),
    "status": ("Status", "Situation", "Situación"),
    "step": ("Next step", "Prochaine étape", "Siguiente paso"),
    "through": ("Through", "Par l’intermédiaire de", "Por medio de"),
    "title": ("Title", "Titre", "Título"),
    "titles": ("Titles", "Titres", "Títulos"),
    "total": ("Total", "Total", "Total"),
    "treaty": ("Treaty", "Traité", "Tratado"),
    "type_document": ("Kind", "Type", "Tipo"),
    "unanchored": ("Not told", "Non établi", "Sin determinar"),
    "until": ("Until", "Jusqu’au", "Hasta"),
    "ways_to_join": ("Who may take part", "Qui peut y participer", "Quién puede participar"),
    "articles": ("Articles", "Articles", "Artículos"),
    "authors": ("Authors", "Auteurs", "Autores"),
    "binding-regional": ("Binding, regional", "Contraignant, régional", "Vinculante, regional"),
    "binding-universal": ("Binding, universal", "Contraignant, universel", "Vinculante, universal"),
    "body": ("Body", "Organe", "Órgano"),
    "broader": ("Broader", "Plus large", "Más amplio"),
    "checked": ("Read against", "Vérifié dans", "Cotejado con"),
    "claimant": ("Claimant", "Auteur", "Autor"),
    "claimed_status": ("Claimed as", "Invoquée comme", "Invocada como"),
    "claims": ("Claims about custom", "Affirmations sur la coutume", "Afirmaciones sobre la costumbre"),
    "comment": ("General comment", "Observation générale", "Observación general"),
    "comments": ("General comments", "Observations générales", "Observaciones generales"),
    "cases": ("Decisions", "Décisions", "Decisiones"),
    "confidence": ("Confidence", "Certitude", "Certeza"),
    "decision": ("Decision", "Décision", "Decisión"),
    "differs": ("Differs in", "Diffère par", "Difiere en"),
    "document": ("Document", "Document", "Documento"),
    "given": ("Rights that it gives", "Droits qu’elle confère", "Derechos que confiere"),
    "groundings": ("Objectives that rest on it", "Objectifs qui reposent sur elle", "Objetivos que se apoyan en ella"),
    "heading": ("What it does", "Ce qu’elle fait", "Qué hace"),
    "high": ("high", "élevée", "alta"),
    "holder": ("Holder", "Titulaire", "Titular"),
    "low": ("low", "faible", "baja"),
    "medium": ("medium", "moyenne", "media"),
    "modality": ("Modality", "Modalité", "Modalidad"),
    "narrower": ("Narrower", "Plus étroit", "Más estrecho"),
    "next": ("Next", "Suivante", "Siguiente"),
    "norm": ("Norm", "Norme", "Norma"),
    "note": ("Note", "Note", "Nota"),
    "objective": ("Objective", "Objectif", "Objetivo"),
    "objectives": ("Objectives of the Global Compact", "Objectifs du Pacte mondial", "Objetivos del Pacto Mundial"),
    "of": ("Of", "De", "De"),
    "part_of": ("Part of", "Fait partie de", "Forma parte de"),
    "parts": ("Parts", "Parties de la disposition", "Partes de la disposición"),
    "place": ("Place", "Endroit", "Lugar"),
    "previous": ("Previous", "Précédente", "Anterior"),
    "principal": ("Principal", "Principale", "Principal"),
    "provision": ("Provision", "Disposition", "Disposición"),
    "reference": ("Reference", "Référence", "Referencia"),
    "related": ("Relations to others", "Relations avec d’autres", "Relaciones con otras"),
    "relation": ("Relation", "Relation", "Relación"),
    "reservations": ("Reservations and declarations", "Réserves et déclarations", "Reservas y declaraciones"),
    "respondents": ("Respondent", "Défendeur", "Demandado"),
    "right": ("Right", "Droit", "Derecho"),
    "rights": ("Rights", "Droits", "Derechos"),
    "role": ("Role", "Rôle", "Función"),
    "stance": ("Stance", "Position", "Postura"),
    "symbol": ("Symbol", "Cote", "Signatura"),
    "targets": (
        "Targets of the Sustainable Development Goals",
        "Cibles des objectifs de développement durable",
        "Metas de los Objetivos de Desarrollo Sostenible",
    ),
    "withdrawn": ("Withdrawn", "Retrait", "Retiro"),
    "end": ("To", "À", "A"),
    "groundedIn-inverse": ("is a ground of", "fonde", "fundamenta"),
    "inInstrument-inverse": ("has the provision", "comprend la disposition", "comprende la disposición"),
    "interprets-inverse": ("is interpreted by", "est interprétée par", "es interpretada por"),
    "partOfProvision-inverse": ("has the part", "comprend la partie", "comprende la parte"),
    "start": ("From", "De", "De"),
    "step_number": ("Number", "Numéro", "Número"),
    "alpha": ("Krippendorff’s alpha (MASI)", "Alpha de Krippendorff (MASI)", "Alfa de Krippendorff (MASI)"),
    "alpha-holder": ("All holders", "Tous les titulaires", "Todos los titulares"),
    "alpha-right": ("All rights", "Tous les droits", "Todos los derechos"),
    "field": ("Compared", "Objet comparé", "Comparado"),
    "first_coding": ("First coding", "Premier codage", "Primera codificación"),
    "kappa": ("Cohen’s kappa", "Kappa de Cohen", "Kappa de Cohen"),
    "kappa-holder": (
        "Holder of the principal tag",
        "Titulaire de l’indexation principale",
        "Titular de la etiqueta principal",
    ),
    "kappa-modality": (
        "Modality of the principal tag",
        "Modalité de l’indexation principale",
        "Modalidad de la etiqueta principal",
    ),
    "kappa-right": (
        "Right of the principal tag",
        "Droit de l’indexation principale",
        "Derecho de la etiqueta principal",
    ),
    "measure": ("Measure", "Mesure", "Medida"),
    "same": ("The same", "Identiques", "Iguales"),
    "second_coding": ("Second coding", "Second codage", "Segunda codificación"),
    "single": ("By one author only", "D’un seul auteur", "De un solo autor"),
    "untagged": ("Guarantees untagged", "Garanties non indexées", "Garantías sin etiqueta"),
    "untagged_duties": ("Duties untagged", "Obligations non indexées", "Deberes sin etiqueta"),
    "value": ("Value", "Valeur", "Valor"),
}

_SENTENCES: dict[str, tuple[str, str, str]] = {
    "coverage_about": (
        "What is recorded of each instrument; newest record {data_date}. “Not recorded” names what an instrument of "
        "its force could have here. Bilateral treaties are only counted; `--format csv` lists them too.",
        "Ce qui est consigné pour chaque instrument ; donnée la plus récente : {data_date}. « Non consigné » nomme ce "
        "qu’un instrument de sa catégorie pourrait avoir ici. Les traités bilatéraux sont seulement comptés ; "
        "`--format csv` les énumère aussi.",
        "Lo que consta de cada instrumento; dato más reciente: {data_date}. «No consta» nombra lo que un instrumento "
        "de su categoría podría tener aquí. Los tratados bilaterales solo se cuentan; `--format csv` también los "
        "enumera.",
    ),
    "analysis_about": (
        "Provisions that are described, the tags that say which right they give to whom, and the relations between "
        "provisions; doubtful: of medium or low confidence; reviewed: by more than one author. A relation counts for "
        "both its instruments, once in the total.",
        "Dispositions décrites, indexations qui disent quel droit elles confèrent à qui, et relations entre "
        "dispositions ; douteuses : de confiance moyenne ou faible ; revues : par plus d’un auteur. Une relation "
        "compte pour ses deux instruments, une seule fois dans le total.",
        "Disposiciones descritas, etiquetas que dicen qué derecho confieren y a quién, y relaciones entre "
        "disposiciones; dudosas: de confianza media o baja; revisadas: por más de un autor. Una relación cuenta para "
        "sus dos instrumentos, una sola vez en el total.",
    ),
    "statements_about": (
        "What the recorded reservations and declarations concern, withdrawn ones too: provisions, the instrument as a "
        "whole, or no provision of it. Of the last column neither the record nor a person has told it.",
        "Ce que visent les réserves et déclarations consignées, même retirées : des dispositions, l’instrument dans "
        "son ensemble ou aucune de ses dispositions. Pour la dernière colonne, ni les données ni une personne ne l’ont "
        "établi.",
        "A qué se refieren las reservas y declaraciones que constan, también las retiradas: a disposiciones, al "
        "instrumento en su conjunto o a ninguna de sus disposiciones. En la última columna ni los datos ni una persona "
        "lo han determinado.",
    ),
    "profile": ("{label} ({code}) on {on}", "{label} ({code}) au {on}", "{label} ({code}) al {on}"),
    "gaps": (
        "{label} ({code}) on {on}; instruments not binding on it: {count}",
        "{label} ({code}) au {on} ; instruments qui ne lient pas cette partie : {count}",
        "{label} ({code}) al {on}; instrumentos que no obligan a esta parte: {count}",
    ),
    "not_adopted": (
        "Not yet adopted on {on}: adopted on {adopted}.",
        "Au {on}, l’adoption n’a pas encore eu lieu : {adopted}.",
        "Al {on} aún no se ha producido la adopción: {adopted}.",
    ),
    "not_in_force": (
        "Not yet in force on {on}.",
        "Pas encore en vigueur au {on}.",
        "Aún no en vigor al {on}.",
    ),
    "not_in_force_until": (
        "Not yet in force on {on}; in force from {in_force}.",
        "Pas encore en vigueur au {on} ; en vigueur depuis le {in_force}.",
        "Aún no en vigor al {on}; en vigor desde el {in_force}.",
    ),
    "in_force": ("In force from {in_force}.", "En vigueur depuis le {in_force}.", "En vigor desde el {in_force}."),
    "dispute": (
        "Sources disagree: {instrument}, {adopted} adopted; {stated} according to {source}. {reason}",
        "Les sources divergent : {instrument}, {adopted} retenu ; {stated} selon {source}. {reason}",
        "Las fuentes discrepan: {instrument}, se adopta {adopted}; {stated} según {source}. {reason}",
    ),
    "open_dispute": ("Not adjudicated.", "Non tranché.", "Sin resolver."),
    "territory": (
        "A territory does not join instruments itself. Those that apply to it do so through {state}.",
        "Un territoire ne devient pas lui-même partie. Les instruments s’y appliquent par l’intermédiaire de {state}.",
        "Un territorio no es parte por sí mismo. Los instrumentos se le aplican por medio de {state}.",
    ),
    "ended": (
        "It ceased to exist on {until}; its acts may be recorded under its successors.",
        "Cette partie a cessé d’exister le {until} ; ses actes peuvent être consignés au nom de ses successeurs.",
        "Esta parte dejó de existir el {until}; sus actos pueden constar a nombre de sus sucesores.",
    ),
    "count": ("{label}: {count}", "{label} : {count}", "{label}: {count}"),
    "fact": ("{name}: {values}", "{name} : {values}", "{name}: {values}"),
    "adopted": ("Adopted on {adopted}.", "Adoption : {adopted}.", "Adopción: {adopted}."),
    "terminated": (
        "No longer in force from {ended}.",
        "N’est plus en vigueur depuis le {ended}.",
        "Dejó de estar en vigor el {ended}.",
    ),
    "soft_law": (
        "Not binding: States do not become parties to it.",
        "Texte non contraignant : les États n’y deviennent pas parties.",
        "Texto no vinculante: los Estados no llegan a ser partes.",
    ),
    "vote": (
        "Vote of {on}: {yes} in favour, {no} against, {abstention} abstaining; members without a recorded vote: "
        "{not_recorded}.",
        "Vote du {on} : {yes} pour, {no} contre, {abstention} abstentions ; membres sans vote enregistré : "
        "{not_recorded}.",
        "Votación del {on}: {yes} a favor, {no} en contra, {abstention} abstenciones; miembros sin voto registrado: "
        "{not_recorded}.",
    ),
    "without": ("without {provisions}", "sans {provisions}", "sin {provisions}"),
    "only": ("accepted: {provisions}", "accepté : {provisions}", "aceptado: {provisions}"),
    "left_out": (
        "Instruments that it may not join, not listed: {count} (--all lists them).",
        "Instruments auxquels cette partie ne peut participer, non listés : {count} (--all les affiche).",
        "Instrumentos en los que esta parte no puede participar, no listados: {count} (--all los muestra).",
    ),
    "exemption": (
        "Exception: {party}, {instrument}: {kind} ({basis}){span}.",
        "Exception : {party}, {instrument} : {kind} ({basis}){span}.",
        "Excepción: {party}, {instrument}: {kind} ({basis}){span}.",
    ),
    "from": (", from {day}", ", à partir du {day}", ", desde el {day}"),
    "to": (", until {day}", ", jusqu’au {day}", ", hasta el {day}"),
    "history": (
        "History: {instrument}: {acts}.",
        "Historique : {instrument} : {acts}.",
        "Historial: {instrument}: {acts}.",
    ),
    "unknown_note": (
        "“Unknown” means that no source is complete up to that date; it never means no.",
        "« Inconnu » signifie qu’aucune source n’est complète à cette date ; jamais non.",
        "«Desconocido» significa que ninguna fuente es completa a esa fecha; nunca que no.",
    ),
    "cases_shown": (
        "{count} in all; the latest {shown}:",
        "{count} en tout ; les {shown} plus récentes :",
        "{count} en total; las {shown} más recientes:",
    ),
    "cases_count": ("{count} in all:", "{count} en tout :", "{count} en total:"),
    "no_provisions": (
        "No provision here gives this. Instruments without provisions here have not been read: that proves nothing.",
        "Aucune disposition ne le confère ici. Un instrument sans dispositions n’a pas été lu : cela ne prouve rien.",
        "Ninguna disposición lo confiere aquí. Los instrumentos sin disposiciones no se han leído: eso no prueba nada.",
    ),
    "not_described": (
        "Its provisions are not described here.",
        "Ses dispositions ne sont pas décrites ici.",
        "Sus disposiciones no están descritas aquí.",
    ),
    "no_groundings": (
        "No grounding is recorded.",
        "Aucun fondement n’est consigné.",
        "No consta ningún fundamento.",
    ),
    "relations_note": (
        "What each provision is to provisions of other instruments, as judged by the guide docs/tagging.md: "
        "{equivalent} say the same, {narrower} less, {broader} more, {partly_covers} cover in part, {conflicts} "
        "conflict. “Less”: whoever is bound by the other provision loses nothing without this one. An empty line: "
        "none was found.",
        "Ce qu’est chaque disposition par rapport à celles d’autres instruments, d’après le guide docs/tagging.md : "
        "{equivalent} disent la même chose, {narrower} moins, {broader} plus, {partly_covers} recouvrent en partie, "
        "{conflicts} contredisent. « Moins » : qui est lié par l’autre disposition ne perd rien sans celle-ci. Une "
        "ligne vide : aucun pendant n’a été trouvé.",
        "Qué es cada disposición respecto de las de otros instrumentos, según la guía docs/tagging.md: {equivalent} "
        "dicen lo mismo, {narrower} menos, {broader} más, {partly_covers} cubren en parte, {conflicts} contradicen. "
        "«Menos»: quien está obligado por la otra disposición nada pierde sin esta. Una línea vacía: no se halló "
        "ninguna.",
    ),
    "judgements_note": (
        "Headings, rights, relations and groundings are judgements of their authors, and not the text.",
        "Intitulés, droits, relations et fondements sont des appréciations de leurs auteurs, et non le texte.",
        "Epígrafes, derechos, relaciones y fundamentos son apreciaciones de sus autores, y no el texto.",
    ),
    "claims_note": (
        "Claims as read in the documents, never a finding that a norm binds.",
        "Affirmations telles que lues dans les documents, jamais un constat qu’une norme lie.",
        "Afirmaciones tal como se leyeron en los documentos, nunca una constatación de que una norma obligue.",
    ),
    "provision_role": (
        "{role}; confidence {confidence}; read in {sources}.",
        "{role} ; certitude {confidence} ; lue dans {sources}.",
        "{role}; certeza {confidence}; leída en {sources}.",
    ),
    "provision_role_unread": (
        "{role}; confidence {confidence}; not read against a text.",
        "{role} ; certitude {confidence} ; non vérifiée dans un texte.",
        "{role}; certeza {confidence}; sin cotejar con un texto.",
    ),
    "provision_bare": (
        "Only named by an act, a decision or a clause: not described here.",
        "Seulement nommée par un acte, une décision ou une clause : non décrite ici.",
        "Solo nombrada por un acto, una decisión o una cláusula: no descrita aquí.",
    ),
    "untagged": (
        "Without a tag: {guarantees} guarantees, {duties} duties. A duty need not have one.",
        "Sans indexation : {guarantees} garanties, {duties} obligations. Une obligation peut ne pas en avoir.",
        "Sin etiqueta: {guarantees} garantías, {duties} deberes. Un deber puede no tenerla.",
    ),
    "tags_of": ("{count} of {total} tags.", "{count} indexations sur {total}.", "{count} de {total} etiquetas."),
    "round": (
        "{round}: {count} provisions, each coded twice.",
        "{round} : {count} dispositions, chacune codée deux fois.",
        "{round}: {count} disposiciones, cada una codificada dos veces.",
    ),
    "differing": (
        "Not quite the same: {count} (--all lists them).",
        "Pas tout à fait identiques : {count} (--all les affiche).",
        "No del todo iguales: {count} (--all las muestra).",
    ),
    "no_way": (
        "Nothing links {start} and {end}.",
        "Rien ne relie {start} et {end}.",
        "Nada vincula {start} y {end}.",
    ),
    "same_thing": ("Both are {start}.", "Les deux sont {start}.", "Los dos son {start}."),
    "footer": (
        "Release {release}; newest record {data_date}.",
        "Version {release} ; données les plus récentes : {data_date}.",
        "Versión {release}; dato más reciente: {data_date}.",
    ),
}

_WORDS = {**adviser_words.WORDS, **road_words.WORDS, **_WORDS}
_SENTENCES = {**adviser_words.SENTENCES, **road_words.SENTENCES, **_SENTENCES}


def word(key: str, lang: str) -> str:
    """Return a heading in a language; the key itself where there is none."""
    return _WORDS[key][LANGUAGES.index(lang)] if key in _WORDS else key


def sentence(key: str, lang: str, **values: object) -> str:
    """Return a sentence in a language with its values filled in."""
    return _SENTENCES[key][LANGUAGES.index(lang)].format(**values)
