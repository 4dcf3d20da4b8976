//! What one frame's input works on.

use super::camera::Viewport;
use super::gesture::Facts;
use super::hit::HitIndex;
use crate::command::DeskChange;
use crate::desk::Tool;
use crate::model::ActorId;
use crate::ui::{FrameContext, Intents};

/// Everything that one frame's input works on.
pub struct FrameInput<'a, 'b> {
    pub context: &'a FrameContext<'b>,
    /// Tool and first end of a relation, as they are in the middle of the frame.
    tool: Tool,
    relating_from: Option<ActorId>,
    pub viewport: &'a mut Viewport,
    pub out: &'a mut Intents,
}

impl<'a, 'b> FrameInput<'a, 'b> {
    pub fn new(context: &'a FrameContext<'b>, viewport: &'a mut Viewport, out: &'a mut Intents) -> Self {
        Self {
            context,
            tool: context.desk.tool,
            relating_from: context.desk.relating_from,
            viewport,
            out,
        }
    }

    /// The selected actors that stand on the board: the keys of the board are about no others.
    pub fn actors_on_board(&self) -> Vec<ActorId> {
        let scene = self.context.scene;
        let selected = self.context.selection().actors.iter().copied();
        selected.filter(|id| scene.piece(*id).is_some()).collect()
    }

    pub fn tool(&self) -> Tool {
        self.tool
    }

    pub fn take(&mut self, tool: Tool) {
        (self.tool, self.relating_from) = (tool, None);
        self.out.push(DeskChange::Take(tool));
    }

    pub fn relating_from(&self) -> Option<ActorId> {
        self.relating_from
    }

    pub fn relate_from(&mut self, actor: Option<ActorId>) {
        if self.relating_from != actor {
            self.relating_from = actor;
            self.out.push(DeskChange::RelateFrom(actor));
        }
    }

    pub fn facts<'f>(&'f self, index: &'f HitIndex) -> Facts<'f> {
        Facts {
            constellation: self.context.constellation(),
            scene: self.context.scene,
            selection: self.context.selection(),
            index,
            tool: self.tool,
            relating_from: self.relating_from,
            new_actor_kind: self.context.desk.active_actor_kind.as_ref(),
            zoom: self.viewport.zoom(),
        }
    }
}
