/** The least that flies on a key: Leaflet's own flight between views that are handed over, and nothing to paint. */
const map = L.map('map', { zoomSnap: 0.25, zoomControl: false, attributionControl: false }).setView([29, 17], 6);
window.flight = { targets: [], at: 0, rests: true };
map.on('moveend', () => (flight.rests = true));
addEventListener('keydown', ({ key }) => {
  if (key !== 'PageDown' && key !== 'Home') return;
  flight.at = key === 'Home' ? 0 : flight.at + 1;
  flight.rests = false;
  const { lat, lon, zoom } = flight.targets[flight.at];
  map.flyTo([lat, lon], zoom, { duration: 0.9, easeLinearity: 0.3 });
});
