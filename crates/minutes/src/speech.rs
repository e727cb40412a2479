//! Paragraphs in, statements out: who said each sentence.

use crate::outline::Outline;
use crate::{Remark, Statement, Vocabulary};

/// The statements of a meeting, every sentence once and in order.
pub(crate) fn statements(
    outline: &Outline,
    _vocabulary: &Vocabulary,
    _remarks: &mut Vec<Remark>,
) -> Vec<Statement> {
    outline
        .paragraphs
        .iter()
        .enumerate()
        .map(|(paragraph, p)| Statement {
            item: p.item.clone(),
            block: p.block.clone(),
            text: p.text.clone(),
            paragraph: paragraph as u32,
            page: p.page,
            ..Statement::default()
        })
        .collect()
}
