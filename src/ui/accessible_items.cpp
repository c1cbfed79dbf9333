#include "ui/accessible_items.h"

#include <gtk/gtk-a11y.h>
#include <gtk/gtk.h>

#include <optional>
#include <utility>
#include <vector>

namespace unknot::ui {

// Shared by the window's object and its children, which readers may hold for longer than the window lives.
struct AccessibleItems::Canvas {
  wxWindow* window = nullptr;  // nullptr: gone
  Ask ask;
  std::size_t count = 0;
  AtkObject* object = nullptr;       // our reference
  std::vector<AtkObject*> children;  // ours too; made when first asked for

  ~Canvas() {
    for (auto* child : children)
      if (child != nullptr) g_object_unref(child);
    if (object != nullptr) g_object_unref(object);
  }
};

namespace {

using Canvas = AccessibleItems::Canvas;
using Held = std::weak_ptr<Canvas>;

struct ChildData {
  Held canvas;
  std::size_t item;
};

GQuark canvasKey() {
  return g_quark_from_static_string("unknot-accessible-canvas");
}

GQuark childKey() {
  return g_quark_from_static_string("unknot-accessible-item");
}

GtkWidget* widgetOf(const wxWindow* window) {
  return static_cast<GtkWidget*>(window->GetHandle());
}

std::shared_ptr<Canvas> canvasOf(gpointer object) {
  const auto* held = static_cast<Held*>(g_object_get_qdata(static_cast<GObject*>(object), canvasKey()));
  auto canvas = held == nullptr ? nullptr : held->lock();
  return canvas && canvas->window != nullptr ? canvas : nullptr;
}

// What a child stands for; nothing when the window or the item is gone.
struct Child {
  std::shared_ptr<Canvas> canvas;
  AccessibleItem item;
};

std::optional<Child> childOf(gpointer object) {
  const auto* data = static_cast<ChildData*>(g_object_get_qdata(static_cast<GObject*>(object), childKey()));
  auto canvas = data == nullptr ? nullptr : data->canvas.lock();
  if (!canvas || canvas->window == nullptr || data->item >= canvas->count) return {};
  auto item = canvas->ask(data->item);
  return Child{std::move(canvas), std::move(item)};
}

// --- a child ---

const gchar* childName(AtkObject* object) {
  const auto child = childOf(object);
  // The text belongs to the object until it is asked for again.
  gchar* const name = g_strdup(child ? child->item.name.c_str() : "");
  g_object_set_data_full(G_OBJECT(object), "unknot-name", name, g_free);
  return name;
}

gint childIndex(AtkObject* object) {
  const auto* data = static_cast<ChildData*>(g_object_get_qdata(G_OBJECT(object), childKey()));
  return data == nullptr ? -1 : static_cast<gint>(data->item);
}

AtkStateSet* childStates(AtkObject* object) {
  AtkStateSet* const states = atk_state_set_new();
  const auto child = childOf(object);
  if (!child) {
    atk_state_set_add_state(states, ATK_STATE_DEFUNCT);
    return states;
  }
  for (const auto state : {ATK_STATE_ENABLED, ATK_STATE_SENSITIVE, ATK_STATE_SELECTABLE, ATK_STATE_VISIBLE})
    atk_state_set_add_state(states, state);
  if (child->item.selected) atk_state_set_add_state(states, ATK_STATE_SELECTED);
  const wxWindow* const window = child->canvas->window;
  if (window->IsShownOnScreen() && wxRect(window->GetClientSize()).Intersects(child->item.box))
    atk_state_set_add_state(states, ATK_STATE_SHOWING);
  return states;
}

void childExtents(AtkComponent* component, gint* x, gint* y, gint* width, gint* height, AtkCoordType type) {
  const auto child = childOf(component);
  if (!child) {
    *x = *y = *width = *height = -1;
    return;
  }
  int originX = 0;
  int originY = 0;
  GtkWidget* const widget = widgetOf(child->canvas->window);
  gtk_widget_translate_coordinates(widget, gtk_widget_get_toplevel(widget), 0, 0, &originX, &originY);
  if (type == ATK_XY_SCREEN) {
    int frameX = 0;
    int frameY = 0;
    gdk_window_get_origin(gtk_widget_get_window(gtk_widget_get_toplevel(widget)), &frameX, &frameY);
    originX += frameX;
    originY += frameY;
  }
  *x = originX + child->item.box.x;
  *y = originY + child->item.box.y;
  *width = child->item.box.width;
  *height = child->item.box.height;
}

GType childType() {
  static const GType type = [] {
    const GTypeInfo info{sizeof(AtkObjectClass),
                         nullptr,
                         nullptr,
                         [](gpointer klass, gpointer) {
                           auto* const atk = static_cast<AtkObjectClass*>(klass);
                           atk->get_name = childName;
                           atk->get_index_in_parent = childIndex;
                           atk->ref_state_set = childStates;
                         },
                         nullptr,
                         nullptr,
                         sizeof(AtkObject),
                         0,
                         nullptr,
                         nullptr};
    const GType made = g_type_register_static(ATK_TYPE_OBJECT, "UnknotAccessibleItem", &info, {});
    const GInterfaceInfo component{
        [](gpointer iface, gpointer) { static_cast<AtkComponentIface*>(iface)->get_extents = childExtents; },
        nullptr, nullptr};
    g_type_add_interface_static(made, ATK_TYPE_COMPONENT, &component);
    return made;
  }();
  return type;
}

// --- the window ---

gint childCount(AtkObject* object) {
  const auto canvas = canvasOf(object);
  return canvas ? static_cast<gint>(canvas->count) : 0;
}

AtkObject* childAt(const std::shared_ptr<Canvas>& canvas, std::size_t item) {
  if (canvas->children.size() <= item) canvas->children.resize(item + 1);
  auto*& child = canvas->children[item];
  if (child == nullptr) {
    child = static_cast<AtkObject*>(g_object_new(childType(), nullptr));
    g_object_set_qdata_full(G_OBJECT(child), childKey(), new ChildData{canvas, item},
                            [](gpointer data) { delete static_cast<ChildData*>(data); });
    atk_object_set_role(child, ATK_ROLE_LIST_ITEM);
    atk_object_set_parent(child, canvas->object);
  }
  return child;
}

AtkObject* referChild(AtkObject* object, gint index) {
  const auto canvas = canvasOf(object);
  if (!canvas || index < 0 || static_cast<std::size_t>(index) >= canvas->count) return nullptr;
  return static_cast<AtkObject*>(g_object_ref(childAt(canvas, static_cast<std::size_t>(index))));
}

GType canvasType() {
  static const GType type = [] {
    // GTK keeps the size of its own instances to itself.
    GTypeQuery base;
    g_type_query(GTK_TYPE_WIDGET_ACCESSIBLE, &base);
    const GTypeInfo info{static_cast<guint16>(base.class_size),
                         nullptr,
                         nullptr,
                         [](gpointer klass, gpointer) {
                           auto* const atk = static_cast<AtkObjectClass*>(klass);
                           atk->get_n_children = childCount;
                           atk->ref_child = referChild;
                         },
                         nullptr,
                         nullptr,
                         static_cast<guint16>(base.instance_size),
                         0,
                         nullptr,
                         nullptr};
    return g_type_register_static(GTK_TYPE_WIDGET_ACCESSIBLE, "UnknotAccessibleCanvas", &info, {});
  }();
  return type;
}

using GetAccessible = AtkObject* (*)(GtkWidget*);
GetAccessible& askToolkit() {
  static GetAccessible function = nullptr;
  return function;
}

AtkObject* getAccessible(GtkWidget* widget) {
  const auto canvas = canvasOf(widget);
  if (!canvas) return askToolkit()(widget);
  if (canvas->object == nullptr) {
    canvas->object = static_cast<AtkObject*>(g_object_new(canvasType(), "widget", widget, nullptr));
    g_object_set_qdata_full(G_OBJECT(canvas->object), canvasKey(), new Held(canvas),
                            [](gpointer held) { delete static_cast<Held*>(held); });
    atk_object_initialize(canvas->object, widget);
    atk_object_set_role(canvas->object, ATK_ROLE_CANVAS);
  }
  return canvas->object;
}

}  // namespace

AccessibleItems::AccessibleItems(wxWindow* window, Ask ask) : m_canvas(std::make_shared<Canvas>()) {
  m_canvas->window = window;
  m_canvas->ask = std::move(ask);
  GtkWidget* const widget = widgetOf(window);
  g_object_set_qdata_full(G_OBJECT(widget), canvasKey(), new Held(m_canvas),
                          [](gpointer held) { delete static_cast<Held*>(held); });
  // All plain wx windows are of one GTK class, and the kind of accessible object belongs to the class: it
  // asks us first, and the toolkit for windows that have no items.
  auto* const klass = GTK_WIDGET_GET_CLASS(widget);
  if (klass->get_accessible == getAccessible) return;
  askToolkit() = klass->get_accessible;
  klass->get_accessible = getAccessible;
}

AccessibleItems::~AccessibleItems() {
  m_canvas->window = nullptr;
  // GTK does this for the objects that it made itself.
  if (m_canvas->object != nullptr) gtk_accessible_set_widget(GTK_ACCESSIBLE(m_canvas->object), nullptr);
}

void AccessibleItems::setCount(std::size_t count) {
  const std::size_t before = m_canvas->count;
  m_canvas->count = count;
  // Nobody has looked yet, so nobody need be told.
  if (m_canvas->object == nullptr) return;
  for (std::size_t i = before; i < count; ++i)
    g_signal_emit_by_name(m_canvas->object, "children-changed::add", static_cast<guint>(i),
                          childAt(m_canvas, i), nullptr);
  for (std::size_t i = before; i-- > count;)
    if (i < m_canvas->children.size() && m_canvas->children[i] != nullptr)
      g_signal_emit_by_name(m_canvas->object, "children-changed::remove", static_cast<guint>(i),
                            m_canvas->children[i], nullptr);
}

void AccessibleItems::changed(std::size_t item) {
  if (item >= m_canvas->children.size() || m_canvas->children[item] == nullptr) return;
  AtkObject* const child = m_canvas->children[item];
  g_object_notify(G_OBJECT(child), "accessible-name");
  atk_object_notify_state_change(child, ATK_STATE_SELECTED, m_canvas->ask(item).selected ? TRUE : FALSE);
}

void AccessibleItems::wentTo(std::size_t item) {
  if (m_canvas->object == nullptr || item >= m_canvas->count) return;
  g_signal_emit_by_name(m_canvas->object, "active-descendant-changed", childAt(m_canvas, item));
}

}  // namespace unknot::ui
