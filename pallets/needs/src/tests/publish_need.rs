use crate::{mock::*, *};

#[test]
fn a_need_is_open_from_its_publication_on() {
	play(|| {
		let id = published(HOSPITAL_RECEIVES, masks(100));
		assert_eq!((need(id).open(), need(id).lacking()), (100, 100));
	});
}
