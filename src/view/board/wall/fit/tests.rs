use proptest::prelude::*;

use super::*;

const ROOM: f64 = 75.0;
const NUMBER: f64 = 2.0;

fn item(words: usize, status: usize, people: usize) -> Measured {
    Measured {
        words: vec![3.5; words],
        status: vec![3.0; status],
        age: 0.0,
        people: vec![3.6; people],
        indent: 0.0,
    }
}

/// Returns the size of the letters, and how many of the items are on the first page.
fn laid_out(groups: &[Vec<Measured>], has_few: bool) -> (f64, usize) {
    let groups = first(groups, ENOUGH);
    let shape = best_shape(&groups, NUMBER, ROOM, has_few);
    let columns = Attempt::new(shape, &groups, NUMBER).columns(ROOM);
    let pages = in_pages(columns, shape.columns);
    let shown = pages[0].iter().flatten();
    (shape.letter, shown.map(|piece| piece.shown.len()).sum())
}

#[test]
fn letters_are_larger_where_there_is_less_to_show() {
    let sizes = [1, 5, 14, 29, 40, 60].map(|count| {
        let items = (0..count).map(|place| item(5 + place % 5, place % 4, place % 4));
        let (letter, shown) = laid_out(&[items.collect()], count <= FEW);
        assert_eq!(shown, count);
        letter
    });
    assert!(sizes.is_sorted_by(|one, other| one >= other), "{sizes:?}");
    assert!((sizes[0] - LARGEST).abs() < 0.001);
    assert!(sizes[4] >= SMALLEST);
}

#[test]
fn forty_tasks_fit_on_one_page_in_letters_that_can_be_read_from_afar_however_long_they_are() {
    let of_one_topic = vec![(0..FEW).map(|_| item(40, 40, 12)).collect()];
    let of_many_topics: Vec<Vec<Measured>> = (0..FEW).map(|_| vec![item(40, 40, 12)]).collect();
    for groups in [of_one_topic, of_many_topics] {
        let (letter, shown) = laid_out(&groups, true);
        assert_eq!(shown, FEW);
        assert!(letter >= SMALLEST);
    }
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(16))]
    #[test]
    fn no_column_is_higher_than_its_room_and_each_item_is_on_one_page(
        groups in prop::collection::vec(prop::collection::vec((0..30_usize, 0..20_usize, 0..9_usize), 0..30), 0..6),
        has_few in any::<bool>(),
    ) {
        let measured = |(words, status, people): &(usize, usize, usize)| item(*words, *status, *people);
        let groups: Vec<Vec<Measured>> =
            groups.iter().map(|group| group.iter().map(measured).collect()).collect();
        let all = first(&groups, usize::MAX);
        let shape = best_shape(&first(&groups, ENOUGH), NUMBER, ROOM, has_few);
        let attempt = Attempt::new(shape, &all, NUMBER);
        for height in [ROOM, attempt.balanced(ROOM)] {
            let pages = in_pages(attempt.columns(height), shape.columns);
            prop_assert!(pages.iter().all(|page| page.len() <= shape.columns));
            let mut seen = Vec::new();
            for column in pages.iter().flatten() {
                let heights = column.iter().map(|piece| {
                    HEADING + piece.shown.iter().map(|shown| shown.height).sum::<f64>()
                });
                prop_assert!(heights.sum::<f64>() * shape.letter <= ROOM + 0.001);
                for piece in column {
                    seen.extend((0..piece.shown.len()).map(|place| (piece.group, piece.first + place)));
                }
            }
            let places = groups.iter().enumerate();
            let places: Vec<(usize, usize)> = places
                .flat_map(|(group, items)| (0..items.len()).map(move |place| (group, place)))
                .collect();
            prop_assert_eq!(seen, places);
        }
    }
}
