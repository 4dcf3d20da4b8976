//! A board with about thirty actors and every kind of tie, for pictures and benchmarks.

use netwerkopstelling::model::{
    Actor, ActorId, Constellation, Direction, Language, Point, Relation, RelationId, RelationStatus, Stance,
};

/// Name, kind, level, place, and what else is said of it.
const ACTORS: [(&str, &str, &str, f64, f64); 29] = [
    ("Gemeente Alkmaar", "gemeente", "lokaal", -120.0, -60.0),
    ("Gemeente Den Helder", "gemeente", "lokaal", -420.0, -330.0),
    ("Gemeente Hoorn", "gemeente", "lokaal", 330.0, -80.0),
    ("Gemeente Schagen", "gemeente", "lokaal", -340.0, -200.0),
    ("Gemeente Heerhugowaard", "gemeente", "lokaal", 20.0, -160.0),
    ("Gemeente Enkhuizen", "gemeente", "lokaal", 560.0, -140.0),
    ("Gemeente Medemblik", "gemeente", "lokaal", 440.0, -240.0),
    ("Provincie Noord-Holland", "provincie", "provincie", 40.0, -400.0),
    (
        "Ministerie van Sociale Zaken en Werkgelegenheid",
        "rijk",
        "rijk",
        300.0,
        -420.0,
    ),
    (
        "Hoogheemraadschap Hollands Noorderkwartier",
        "waterschap",
        "regio",
        -620.0,
        -60.0,
    ),
    ("Regio Alkmaar", "regio", "basisregio", -160.0, -240.0),
    ("Westfriesland", "regio", "basisregio", 250.0, -230.0),
    ("UWV Noord-Holland Noord", "uwv", "regio", 130.0, 30.0),
    ("Horizon College", "onderwijs", "regio", 60.0, 240.0),
    ("Clusius College", "onderwijs", "regio", 240.0, 320.0),
    ("Inholland Alkmaar", "kennisinstelling", "regio", -90.0, 330.0),
    ("TNO", "kennisinstelling", "rijk", 420.0, 400.0),
    ("Tata Steel", "onderneming", "europa", -560.0, 280.0),
    ("Bakkerij De Vries", "onderneming", "lokaal", -430.0, 380.0),
    (
        "Ondernemersplatform Westfriesland",
        "ondernemersplatform",
        "basisregio",
        480.0,
        80.0,
    ),
    (
        "VNO-NCW West",
        "werkgeversorganisatie",
        "provincie",
        -360.0,
        120.0,
    ),
    ("FNV", "werknemersorganisatie", "rijk", 620.0, 250.0),
    ("Voedselbank", "maatschappelijk", "lokaal", -240.0, 420.0),
    ("Wijkraad Overdie", "inwoners", "lokaal", -60.0, 120.0),
    ("Raadsgriffie Alkmaar", "raad", "lokaal", -260.0, 10.0),
    (
        "Regionaal Platform Arbeidsmarktbeleid",
        "samenwerkingsverband",
        "regio",
        150.0,
        150.0,
    ),
    (
        "Pact Noord-Holland Noord",
        "samenwerkingsverband",
        "regio",
        -500.0,
        -160.0,
    ),
    ("Anja de Boer", "persoon", "lokaal", 320.0, 190.0),
    ("Kees Smit", "persoon", "regio", 640.0, 60.0),
];

/// From, to (as places in `ACTORS`), kind, direction, weight.
const TIES: [(u32, u32, &str, Direction, f64); 40] = [
    (0, 10, "formeel", Direction::Undirected, 3.0),
    (1, 3, "samenwerking", Direction::Undirected, 2.0),
    (3, 10, "formeel", Direction::Undirected, 1.0),
    (4, 10, "formeel", Direction::Undirected, 1.0),
    (2, 11, "formeel", Direction::Undirected, 3.0),
    (5, 11, "formeel", Direction::Undirected, 1.0),
    (6, 11, "formeel", Direction::Undirected, 1.0),
    (7, 10, "geld", Direction::Directed, 5.0),
    (7, 11, "geld", Direction::Directed, 4.0),
    (8, 7, "informatie", Direction::Mutual, 1.0),
    (8, 12, "geld", Direction::Directed, 9.0),
    (12, 25, "samenwerking", Direction::Undirected, 4.0),
    (0, 12, "samenwerking", Direction::Undirected, 2.0),
    (0, 12, "informatie", Direction::Directed, 1.0),
    (12, 0, "informatie", Direction::Directed, 2.0),
    (0, 12, "vertrouwen", Direction::Directed, 1.0),
    (13, 25, "samenwerking", Direction::Undirected, 2.0),
    (13, 14, "spanning", Direction::Undirected, 2.0),
    (15, 13, "informeel", Direction::Undirected, 2.0),
    (16, 14, "informatie", Direction::Directed, 1.0),
    (17, 20, "formeel", Direction::Undirected, 2.0),
    (18, 17, "spanning", Direction::Undirected, 1.0),
    (18, 20, "vertrouwen", Direction::Directed, 1.0),
    (19, 25, "samenwerking", Direction::Undirected, 1.0),
    (19, 2, "informeel", Direction::Undirected, 3.0),
    (20, 25, "informatie", Direction::Directed, 2.0),
    (21, 25, "spanning", Direction::Undirected, 4.0),
    (21, 28, "informeel", Direction::Undirected, 1.0),
    (22, 23, "vertrouwen", Direction::Mutual, 2.0),
    (23, 0, "vertrouwen", Direction::Directed, 1.0),
    (24, 0, "formeel", Direction::Undirected, 2.0),
    (26, 9, "samenwerking", Direction::Undirected, 1.0),
    (26, 1, "samenwerking", Direction::Undirected, 1.0),
    (26, 3, "samenwerking", Direction::Undirected, 1.0),
    (27, 25, "informeel", Direction::Undirected, 1.0),
    (27, 13, "vertrouwen", Direction::Directed, 2.0),
    (27, 19, "informeel", Direction::Undirected, 1.0),
    (25, 25, "informatie", Direction::Directed, 1.0),
    (2, 5, "samenwerking", Direction::Undirected, 1.0),
    (11, 7, "informatie", Direction::Directed, 1.0),
];

pub fn sample() -> Constellation {
    let mut constellation = Constellation::new(Language::Nl);
    constellation.info.title = "Arbeidsmarkt Noord-Holland Noord".to_owned();
    constellation.info.issue = "Hoe helpen we samen 500 mensen aan werk in de energietransitie?".to_owned();
    constellation.board.issue_pos = Some(Point::new(-60.0, 500.0));
    for (at, (label, kind, level, x, y)) in ACTORS.into_iter().enumerate() {
        let id = ActorId(at as u32 + 1);
        let mut actor = Actor::new(id, &format!("a{at}"), label);
        let entry = constellation.vocabulary.actor_kind(&kind.into());
        actor.sector = entry.and_then(|entry| entry.sector.clone());
        actor.kind = Some(kind.into());
        actor.level = Some(level.into());
        actor.pos = Some(Point::new(x, y * 0.85));
        constellation.actors.insert(id, actor);
    }
    for (nth, (from, to, kind, direction, weight)) in TIES.into_iter().enumerate() {
        let id = RelationId(100 + nth as u32);
        let mut relation = Relation::new(
            id,
            &format!("r{nth}"),
            ActorId(from + 1),
            ActorId(to + 1),
            kind.into(),
        );
        relation.direction = direction;
        relation.weight = weight;
        relation.verified = nth % 5 != 0;
        relation.status = match nth {
            4 | 23 | 33 => RelationStatus::Wished,
            9 | 38 => RelationStatus::Ended,
            _ => RelationStatus::Existing,
        };
        constellation.relations.insert(id, relation);
    }
    say(&mut constellation, 1, |actor| {
        actor.influence = Some(4);
        actor.gaze_deg = Some(120.0);
        actor.stance = Some(Stance::For);
    });
    say(&mut constellation, 26, |actor| {
        actor.influence = Some(9);
        actor.stance = Some(Stance::Neutral);
    });
    say(&mut constellation, 22, |actor| {
        actor.gaze_deg = Some(240.0);
        actor.stance = Some(Stance::Against);
        actor.influence = Some(2);
    });
    constellation.next_id = 1000;
    constellation
}

fn say(constellation: &mut Constellation, id: u32, change: impl FnOnce(&mut Actor)) {
    if let Some(actor) = constellation.actors.get_mut(&ActorId(id)) {
        change(actor);
    }
}
